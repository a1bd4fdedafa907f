using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Something that is released when a function's using or finally ends.</summary>
/// <param name="Name">Its name in the code.</param>
/// <param name="Place">Where it is said that it will be released.</param>
/// <param name="Function">The function that releases it, as a number of its own.</param>
internal sealed record Resource(string Name, Location Place, int Function);
