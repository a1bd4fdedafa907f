using System.Collections.Immutable;
using CodeAssist.Analyzers;
using CodeAssist.Analyzers.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>A diagnostic and where it was found.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Project">The project that was analysed.</param>
/// <param name="Document">The document that holds the diagnostic; null where it is in no source file of the project.</param>
internal sealed record ReportedDiagnostic(Diagnostic Diagnostic, Project Project, Document? Document)
{
    private readonly FileLinePositionSpan _lines = Diagnostic.Location.GetLineSpan();

    /// <summary>The same diagnostic of the same place, as further target frameworks and projects report it, or said of another name.</summary>
    public ImmutableArray<ReportedDiagnostic> Repeated { get; init; } = [];

    /// <summary>The diagnostic's ID.</summary>
    public string Id => Diagnostic.Id;

    /// <summary>The full path of the file; of a diagnostic that is in no file, the project's.</summary>
    public string Path => Diagnostic.Location.IsInSource ? _lines.Path : Project.FilePath ?? Project.Name;

    /// <summary>The first line, counted from 1.</summary>
    public int Line => _lines.StartLinePosition.Line + 1;

    /// <summary>The first column, counted from 1.</summary>
    public int Column => _lines.StartLinePosition.Character + 1;

    /// <summary>The last line, counted from 1.</summary>
    public int EndLine => _lines.EndLinePosition.Line + 1;

    /// <summary>The column after the last, counted from 1.</summary>
    public int EndColumn => _lines.EndLinePosition.Character + 1;

    /// <summary>The diagnostic's span in the text.</summary>
    public TextSpan Span => Diagnostic.Location.SourceSpan;

    /// <summary>The message in the user's language.</summary>
    public string Message => Diagnostic.GetMessage(System.Globalization.CultureInfo.CurrentUICulture);

    /// <summary>The rule's page, or null.</summary>
    public string? HelpLink => string.IsNullOrEmpty(Diagnostic.Descriptor.HelpLinkUri) ? null : Diagnostic.Descriptor.HelpLinkUri;

    /// <summary>The fingerprint of one of our findings, or null.</summary>
    public string? Fingerprint => Diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Fingerprint);

    /// <summary>The fingerprint by which a baseline knows the finding, ours or not; null where it is in no source.</summary>
    public string? BaselineFingerprint(CancellationToken cancellation) =>
        Fingerprint ?? (Diagnostic.Location.SourceTree is { } tree ? ForeignFingerprint.Of(Diagnostic, tree, cancellation) : null);
}
