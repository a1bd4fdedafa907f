using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>One place where a rule is broken.</summary>
/// <param name="Flagged">The smallest node that is wrong; the fingerprint is made from it.</param>
public sealed record Finding(SyntaxNode Flagged)
{
    /// <summary>Where the diagnostic is shown; the flagged node's span where it is not said.</summary>
    public Location? Location { get; init; }

    /// <summary>Further places that belong to the finding.</summary>
    public IEnumerable<Location>? AdditionalLocations { get; init; }

    /// <summary>What a fix needs to know, by the keys of <see cref="DiagnosticProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The message's arguments.</summary>
    public object?[] Arguments { get; init; } = [];
}
