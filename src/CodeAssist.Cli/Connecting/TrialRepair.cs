using System.Collections.Concurrent;
using System.Reflection;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Connecting;

/// <summary>How a model did with the small program that it is tried on.</summary>
/// <param name="Repaired">Whether an edit of it passed every check of the gate.</param>
/// <param name="Reason">Why none did; null where one did.</param>
/// <param name="EndpointFailed">Whether the model could not be asked at all.</param>
/// <param name="Timings">How fast its replies came.</param>
internal sealed record TrialResult(bool Repaired, string? Reason, bool EndpointFailed, IReadOnlyCollection<ReplyTiming> Timings);

/// <summary>Lets a model repair a small program of ours, by the way that every repair goes: prompt, reply, gate.</summary>
internal sealed class TrialRepair(Terminal terminal)
{
    /// <summary>The diagnostic of the program.</summary>
    public const string DiagnosticId = "CDA3001";

    // The gate's finding is fed back once, as fix does.
    private const int Rounds = 1;

    private const string Resource = "CodeAssist.Cli.Connecting.TrialProgram";

    /// <summary>Tries a profile's model.</summary>
    public async Task<TrialResult> RunAsync(ModelProfile profile, CancellationToken cancellation)
    {
        var timings = new ConcurrentQueue<ReplyTiming>();
        using var client = ModelClientFactory.Create(profile, ModelClients.Options with { Timed = timings.Enqueue, Ledger = EvidenceFile.OfUser() });
        var folder = Directory.CreateTempSubdirectory("codeassist-trial-").FullName;
        try
        {
            var outcome = await RepairAsync(folder, new RepositoryGuard(client, Rounds), cancellation).ConfigureAwait(false);
            return new TrialResult(outcome.Edit is not null, outcome.Abstention?.Reason, outcome.Abstention?.Failed ?? false, timings);
        }
        finally
        {
            Delete(folder);
        }
    }

    private async Task<RepairOutcome> RepairAsync(string folder, RepositoryGuard proposer, CancellationToken cancellation)
    {
        // Settings above the scratch folder are not the program's.
        await File.WriteAllTextAsync(Path.Combine(folder, ".editorconfig"), "root = true\n", cancellation).ConfigureAwait(false);
        var file = Path.Combine(folder, "Notes.cs");
        await File.WriteAllTextAsync(file, Source(), cancellation).ConfigureAwait(false);
        using var input = await new InputLoader(terminal).LoadAsync(file, new LoadOptions(Restore: false, [DiagnosticId]), cancellation).ConfigureAwait(false);
        var found = await new DiagnosticCollector(DiagnosticFilter.Of([DiagnosticId])).CollectAsync(input.Solution, static (_, _) => { }, cancellation).ConfigureAwait(false);
        var finding = found.Diagnostics.First(diagnostic => diagnostic.Diagnostic.Id == DiagnosticId);
        var request = await RepairRequest.CreateAsync(finding.Document!, finding.Diagnostic, cancellation).ConfigureAwait(false)
            ?? throw ToolException.Input("NoRegion");
        return await terminal.Progress.RunAsync(
            Texts.Get("Trying"), _ => new RepairEngine([proposer], new RepairGate()).RepairAsync(request, cancellation)).ConfigureAwait(false);
    }

    private static string Source()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A scratch folder that somebody still looks into is the system's to clear.
        }
    }
}
