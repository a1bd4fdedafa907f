using System.Collections.Immutable;
using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.Model;

/// <summary>The checked edits of the model behind the tool, for one process.</summary>
/// <param name="modelSwitch">What environment and host say.</param>
/// <param name="host">The tool.</param>
/// <param name="analyzers">The analyzers by which the gate judges.</param>
/// <param name="evidence">Where attempts are recorded.</param>
/// <param name="say">Where reasons go that a user at a terminal should see.</param>
internal sealed class ModelFixes(ModelSwitch modelSwitch, ToolHost host, IAnalyzerSource analyzers, IEvidenceLog? evidence, Action<string> say) : ICheckedFixes
{
    // The first attempt and one with the gate's findings.
    private const int FeedbackRounds = 1;

    // One repair after the other in an IDE: a model on the same machine has no room for more beside the user's work.
    private readonly SemaphoreSlim _background = new(1, 1);
    private readonly RepairGate _gate = new(analyzers);

    /// <summary>The one of this process.</summary>
    public static Lazy<ModelFixes> Shared { get; } = new(OfThisProcess);

    /// <inheritdoc/>
    public IAnalyzerSource Analyzers => analyzers;

    /// <summary>The repairs that were asked for.</summary>
    public RepairJobs Jobs { get; } = new();

    /// <summary>Whether the provider waits for the model and offers nothing but checked edits.</summary>
    public bool Waits => modelSwitch.Waits;

    /// <summary>What the tool said, or null where model fixes are off.</summary>
    public async Task<Handshake?> HandshakeAsync(CancellationToken cancellation)
    {
        if (modelSwitch.OffReason is not null)
            return null;
        var state = host.StateAsync();
        await Deadline.MetAsync(state, Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        var result = await state.ConfigureAwait(false);
        if (result.Handshake is null)
            Say(result.OffReason!);
        return result.Handshake;
    }

    /// <summary>A request for a diagnostic's repair by the model; null where none may be made.</summary>
    public async Task<ModelRequestContext?> RequestAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await HandshakeAsync(cancellation).ConfigureAwait(false) is not { } handshake)
            return null;
        if (await RepositoryLimits.RefusalAsync(document, cancellation).ConfigureAwait(false) is { } refusal)
        {
            Say(refusal);
            return null;
        }

        if (await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } request)
            return null;
        var tokens = await RepositoryLimits.MaxTokensAsync(document, cancellation).ConfigureAwait(false) ?? handshake.PromptTokens;
        var solution = document.Project.Solution;
        var client = new ToolModelClient(host, handshake, tokens, RepositoryLimits.RefusalIn(solution));
        return new ModelRequestContext(request, JobKey.Of(request), handshake, client);
    }

    /// <inheritdoc/>
    public async Task<CheckedEdit?> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await RequestAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } context
            ? await AskAsync(context, again: false, cancellation).ConfigureAwait(false)
            : null;

    /// <summary>Asks the model, or remembers what it said, and waits for the end; null where nothing passed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="again">Whether to ask anew where the answer was that there is nothing.</param>
    /// <param name="cancellation">Stops the waiting, and the asking with it.</param>
    public async Task<CheckedEdit?> AskAsync(ModelRequestContext context, bool again, CancellationToken cancellation)
    {
        var remembered = Jobs.Finished(context.Key)?.Edit is not null;
        if (await AskOnceAsync(context, again, cancellation).ConfigureAwait(false) is { } edit)
            return edit;
        if (!remembered)
            return null;

        // What passed elsewhere does not pass in this solution: it is made anew, for this one.
        Jobs.Stop(context.Key);
        return await AskOnceAsync(context, again, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks the model in the background: the job goes on when the asker has gone.</summary>
    public Task<JobResult> Prefetch(ModelRequestContext context, TimeSpan debounce) =>
        Jobs.GetOrStart(context.Key, context.Request.Region.Name, again: false, async stop =>
        {
            // Whoever types on gets a new text, and this job is stopped before anything was sent.
            await Task.Delay(debounce, stop).ConfigureAwait(false);
            await _background.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                return await RunAsync(context, stop).ConfigureAwait(false);
            }
            finally
            {
                _background.Release();
            }
        });

    /// <summary>A remembered result as a checked edit of the solution as it is now; null where it does not pass there.</summary>
    public async Task<CheckedEdit?> OfferAsync(ModelRequestContext context, JobResult result, CancellationToken cancellation)
    {
        if (result.Edit is not { } kept)
        {
            if (result.Abstention is { } abstention)
                Say($"{context.Request.Diagnostic.Id} {context.Key.File}: {abstention.Reason}");
            return null;
        }

        var document = context.Request.Document;
        if (result.Judged is { } judged && judged.TryGetTarget(out var edit) && edit.Document.Project.Solution == document.Project.Solution && edit.Document.Id == document.Id)
            return edit;
        var outcome = await new RepairEngine([new KeptProposer(kept)], _gate, evidence).RepairAsync(context.Request, cancellation).ConfigureAwait(false);
        return outcome.Edit is { } again ? again with { Title = kept.Title } : null;
    }

    private async Task<CheckedEdit?> AskOnceAsync(ModelRequestContext context, bool again, CancellationToken cancellation)
    {
        var job = Jobs.GetOrStart(context.Key, context.Request.Region.Name, again, stop => RunAsync(context, stop));
        try
        {
            await Deadline.MetAsync(job, Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked and waited has gone: nobody wants the answer.
            Jobs.Stop(context.Key);
            throw;
        }

        return await OfferAsync(context, await job.ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private static ModelFixes OfThisProcess()
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var modelSwitch = new ModelSwitch(variable, HostKinds.OfThisProgram());
        return new ModelFixes(
            modelSwitch,
            new ToolHost(new ToolLocator(variable, home), new ToolProcess(variable), HandshakeDeadline),
            new ProjectAnalyzers(),
            new EvidenceFile(EvidenceFile.PathFor(variable, home)),
            new SaidOnce(Console.Error.WriteLine).Say);
    }

    // A tool starts in well under a second; a cold disk and a busy build machine get more.
    private static TimeSpan HandshakeDeadline => TimeSpan.FromSeconds(15);

    private async Task<JobResult> RunAsync(ModelRequestContext context, CancellationToken stop)
    {
        var budget = TimeSpan.FromTicks(context.Handshake.Timeout.Ticks * (FeedbackRounds + 1));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(budget);
        try
        {
            var engine = new RepairEngine([new ModelProposer(context.Client, FeedbackRounds, refusal: context.Client.Refusal)], _gate, evidence);
            return JobResult.Of(await engine.RepairAsync(context.Request, time.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return JobResult.Nothing(Messages.Get("OutOfTime", budget.TotalSeconds));
        }
    }

    // In a batch host somebody reads the terminal; an IDE has its own place for reasons.
    private void Say(string reason)
    {
        if (modelSwitch.Waits)
            say("CodeAssist: " + reason);
    }
}
