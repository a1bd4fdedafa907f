using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>One labelled edit.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Kind">What sort of repair it is: the folder below <c>Good</c> or <c>Bad</c>, or <c>good</c>.</param>
/// <param name="IsGood">Whether the gate must accept it.</param>
/// <param name="Id">The diagnostic that the edit should remove; null judges it without one.</param>
/// <param name="Marked">The flagged span, or null where the first diagnostic of the ID is meant.</param>
/// <param name="Before">The file before.</param>
/// <param name="After">The file after; null where there is a reply instead.</param>
/// <param name="Reply">A model's reply, or null.</param>
/// <param name="Checks">The checks that may name a bad edit; empty for good ones.</param>
/// <param name="Options">The world that the file stands in.</param>
/// <param name="Files">Further files of the project: name and text; a name such as <c>Consumer/Use.cs</c> stands in a project that depends on it.</param>
internal sealed record CorpusCase(
    string Name,
    string Kind,
    bool IsGood,
    string? Id,
    TextSpan? Marked,
    string Before,
    string? After,
    string? Reply,
    IReadOnlyList<string> Checks,
    CorpusOptions Options,
    IReadOnlyList<(string Name, string Text)> Files)
{
    /// <summary>Why the verdict is wrong all the same: what strictness costs a good repair, or why a bad one passes; null where it is right.</summary>
    public string? Cost { get; init; }

    public override string ToString() => $"{Kind}/{Name}";
}

/// <summary>The world of a case.</summary>
internal sealed record CorpusOptions
{
    /// <summary>Lines end with CR LF.</summary>
    public bool Crlf { get; init; }

    /// <summary>Lines are indented by tabs.</summary>
    public bool Tabs { get; init; }

    /// <summary>The file begins with a byte order mark.</summary>
    public bool Bom { get; init; }

    /// <summary>The SDK's analyzers run too.</summary>
    public bool SdkAnalyzers { get; init; }

    /// <summary>
    /// The sets of other people's analyzers that run too: <c>style</c> (the SDK's IDE rules), <c>meziantou</c>,
    /// <c>nunit</c>, <c>roslynator</c>, <c>sonar</c>, <c>vsthrd</c>, <c>xunit</c>. The two of test frameworks bring the framework along.
    /// </summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    /// <summary>Documentation comments are compiled, so that missing ones are told.</summary>
    public bool Docs { get; init; }

    /// <summary>Integer arithmetic is checked by default.</summary>
    public bool Checked { get; init; }

    /// <summary>The preprocessor symbols of each flavour of the project, the first being the one that is edited.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Flavours { get; init; } = [[]];

    /// <summary>IDs that are raised to warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
