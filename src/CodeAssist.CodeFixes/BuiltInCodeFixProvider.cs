using System.Collections.Immutable;
using CodeAssist.CodeFixes.Actions;
using CodeAssist.CodeFixes.FixAll;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing.BuiltIn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CodeAssist.CodeFixes;

/// <summary>Offers the built-in repairs that passed the gate. Needs no model, no tool and no configuration.</summary>
// Not [Shared]: that would bring in System.Composition, which a host may lack. Providers hold no state of their own.
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BuiltInCodeFixProvider))]
public sealed class BuiltInCodeFixProvider : CodeFixProvider
{
    private readonly ICheckedFixes _fixes;
    private readonly CheckedFixAllProvider _fixAll;

    /// <summary>Makes the provider of all built-in repairs.</summary>
    public BuiltInCodeFixProvider()
        : this(new BuiltInProposer())
    {
    }

    private BuiltInCodeFixProvider(BuiltInProposer proposer)
        : this(new BuiltInFixes(proposer, new ProjectAnalyzers()), proposer.DiagnosticIds)
    {
    }

    internal BuiltInCodeFixProvider(ICheckedFixes fixes, IEnumerable<string> ids)
    {
        _fixes = fixes;
        _fixAll = new CheckedFixAllProvider(fixes);
        FixableDiagnosticIds = ids.ToImmutableArray();
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Guard.RunAsync(
        async () =>
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                if (await _fixes.FixAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } edit)
                    context.RegisterCodeFix(new CheckedEditAction(edit, diagnostic.Id), diagnostic);
            }
        },
        context.CancellationToken);
}
