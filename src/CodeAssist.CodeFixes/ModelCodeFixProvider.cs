using System.Collections.Immutable;
using CodeAssist.CodeFixes.Actions;
using CodeAssist.CodeFixes.FixAll;
using CodeAssist.CodeFixes.Model;
using CodeAssist.CodeFixes.Tool;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CodeAssist.CodeFixes;

/// <summary>
/// Offers repairs that a code model proposed and the gate passed. Does nothing unless the user connected a model with the
/// <c>codeassist</c> tool; the model is asked through that tool.
/// </summary>
// Not [Shared]: that would bring in System.Composition, which a host may lack.
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelCodeFixProvider))]
public sealed class ModelCodeFixProvider : CodeFixProvider
{
    // How long the light bulb waits for an answer that is nearly there.
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(250);

    // A caret that passes by asks for nothing.
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(400);

    // Background questions in one session; beyond them the user asks.
    private const int SessionBudget = 200;

    private readonly Lazy<ModelFixes> _fixes;
    private readonly Lazy<ImmutableArray<string>> _ids;

    /// <summary>Makes the provider of the process's tool.</summary>
    public ModelCodeFixProvider()
        : this(ModelFixes.Shared)
    {
    }

    internal ModelCodeFixProvider(Lazy<ModelFixes> fixes)
    {
        _fixes = fixes;
        _ids = new Lazy<ImmutableArray<string>>(() => ModelDiagnostics.With(UserDiagnostics()));
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => _ids.Value;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new CheckedFixAllProvider(_fixes.Value);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Guard.RunAsync(
        async () =>
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                if (await _fixes.Value.RequestAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } request)
                    continue;
                foreach (var action in await ActionsAsync(request, context.CancellationToken).ConfigureAwait(false))
                    context.RegisterCodeFix(action, diagnostic);
            }
        },
        context.CancellationToken);

    /// <inheritdoc/>
    protected override CodeActionRequestPriority ComputeRequestPriority() => CodeActionRequestPriority.Low;

    private async Task<IEnumerable<CodeAction>> ActionsAsync(ModelRequestContext context, CancellationToken cancellation)
    {
        var fixes = _fixes.Value;
        if (fixes.Waits)
            return Offered(context, await fixes.AskAsync(context, again: false, cancellation).ConfigureAwait(false));
        if (fixes.Jobs.Finished(context.Key) is { } finished)
            return await RememberedAsync(context, finished, cancellation).ConfigureAwait(false);
        if (context.Handshake.Trigger == ModelTrigger.Ask || fixes.Jobs.Started >= SessionBudget)
            return [AskAction(context)];

        var job = fixes.Prefetch(context, Debounce);
        return await Deadline.MetAsync(job, ShortWait, cancellation).ConfigureAwait(false)
            ? await RememberedAsync(context, await job.ConfigureAwait(false), cancellation).ConfigureAwait(false)
            : [];
    }

    private async Task<IEnumerable<CodeAction>> RememberedAsync(ModelRequestContext context, JobResult result, CancellationToken cancellation)
    {
        if (await _fixes.Value.OfferAsync(context, result, cancellation).ConfigureAwait(false) is { } edit)
            return Offered(context, edit);
        return result.Abstention is { } abstention ? [AskAction(context), WhyAction(context, abstention.Reason)] : [AskAction(context)];
    }

    private static IEnumerable<CodeAction> Offered(ModelRequestContext context, Repair.CheckedEdit? edit) =>
        edit is null ? [] : [new CheckedEditAction(edit, context.Request.Diagnostic.Id)];

    private DeferredAction AskAction(ModelRequestContext context) => new(
        Messages.Get("AskForFix", context.Handshake.Model),
        "CodeAssist.ask." + context.Request.Diagnostic.Id,
        context.Request.Document.Project.Solution,
        async cancellation => (await _fixes.Value.AskAsync(context, again: true, cancellation).ConfigureAwait(false))?.Apply());

    private static DeferredAction WhyAction(ModelRequestContext context, string reason) => new(
        Messages.Get("WhyNothing", reason),
        "CodeAssist.why." + context.Request.Diagnostic.Id,
        context.Request.Document.Project.Solution,
        static _ => Task.FromResult<Solution?>(null));

    // Asked for once in a process, where hosts read the IDs. Without a tool no time is lost.
    private IEnumerable<string> UserDiagnostics()
    {
        IEnumerable<string> ids = [];
        var asking = Guard.RunAsync(
            () => Task.Run(async () => ids = (await _fixes.Value.HandshakeAsync(CancellationToken.None).ConfigureAwait(false))?.Diagnostics ?? ids),
            CancellationToken.None);

        // The base class wants an answer now; the tool's handshake has a deadline.
#pragma warning disable CDA2008 // There is no asynchronous way to answer.
        asking.GetAwaiter().GetResult();
#pragma warning restore CDA2008
        return ids;
    }
}
