using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CodeAssist.Eval.Mutating;
using CodeAssist.Eval.Repairing;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Eval.Projects;

/// <summary>
/// Plants bugs in a solution one by one and keeps those that measure something: that compile, that the solution's own
/// tests notice, and whose known repair the gate lets through.
/// </summary>
/// <param name="solution">The solution, with its tests.</param>
/// <param name="gate">Judges the known repairs.</param>
/// <param name="options">What is wanted.</param>
public sealed class Injector(TestedSolution solution, RepairGate gate, InjectOptions options)
{
    // A bug in the heart of a program makes thousands fail: as many as anybody reads.
    private const int MostKillers = 50;

    private readonly Dictionary<string, OperatorCount> _counts = new(StringComparer.Ordinal);
    private readonly List<RepairCase> _cases = [];
    private readonly HashSet<(string Member, string Operator)> _taken = [];

    /// <summary>Plants until there are as many as are wanted, there is nothing left to try, or the time is over.</summary>
    /// <param name="report">Told how many are kept, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<InjectResult> RunAsync(Action<int, int> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        var watch = Stopwatch.StartNew();
        var timeUp = false;
        await foreach (var mutants in AtOnceAsync(cancellation).ConfigureAwait(false))
        {
            // Tried together, taken in their order: what is kept does not depend on who was the first to end.
            var tried = await Task.WhenAll(mutants.Select(mutant => Task.Run(() => TryAsync(mutant, cancellation), cancellation))).ConfigureAwait(false);
            foreach (var trial in tried.Where(_ => _cases.Count < options.Count))
                Take(trial);
            report(_cases.Count, options.Count);
            timeUp = options.Time is { } time && watch.Elapsed > time;
            if (timeUp || _cases.Count >= options.Count)
                break;
        }

        return new InjectResult([.. _cases], _counts.ToImmutableSortedDictionary(StringComparer.Ordinal), timeUp, watch.Elapsed);
    }

    // One bug of an operator for each member: more of the same would measure the same.
    private async IAsyncEnumerable<List<Mutant>> AtOnceAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var together = new List<Mutant>();
        await foreach (var mutant in new MutantSource(solution, options.Operators, options.Seed).DrawAsync(cancellation).ConfigureAwait(false))
        {
            if (_taken.Contains((mutant.Member, mutant.Mutation.Operator)))
                continue;
            together.Add(mutant);
            if (together.Count < options.Jobs)
                continue;
            yield return together;
            together = [];
        }

        if (together.Count > 0)
            yield return together;
    }

    private void Take(Attempted trial)
    {
        // Who was tried beside one that is kept would not have been tried after it.
        var name = trial.Mutant.Mutation.Operator;
        if (_taken.Contains((trial.Mutant.Member, name)))
            return;
        var count = _counts.GetValueOrDefault(name, OperatorCount.None);
        count = count with { Tried = count.Tried + 1 };
        if (trial.Ended >= MutantEnd.Survived)
            count = count with { Compiled = count.Compiled + 1 };
        if (trial.Ended == MutantEnd.Hung)
            count = count with { Hung = count.Hung + 1 };
        if (trial.Ended >= MutantEnd.TurnedDown)
            count = count with { Killed = count.Killed + 1 };
        if (trial.Ended == MutantEnd.TurnedDown)
            count = count with { TurnedDown = count.TurnedDown + 1 };
        if (trial.Case is { } found)
        {
            _taken.Add((trial.Mutant.Member, name));
            var id = string.Create(CultureInfo.InvariantCulture, $"{_cases.Count + 1:000}-{name}-{trial.Mutant.Member.ToLowerInvariant()}");
            _cases.Add(found with { Id = string.Concat(id.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')) });
            count = count with { Kept = count.Kept + 1 };
        }

        _counts[name] = count;
    }

    private async Task<Attempted> TryAsync(Mutant mutant, CancellationToken cancellation)
    {
        var before = await mutant.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        var text = before.WithChanges(mutant.Mutation.Changes).ToString();
        var bug = await PlantedBug.InAsync(mutant.Document, text, cancellation).ConfigureAwait(false);
        var model = await bug.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null || model.GetDiagnostics(cancellationToken: cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return new Attempted(mutant, MutantEnd.NotCompiled);
        var compiled = await mutant.Project.Compiler.CompileAsync(bug.Document.Project, cancellation).ConfigureAwait(false);
        if (compiled.Error is not null)
            return new Attempted(mutant, MutantEnd.NotCompiled);
        var verdict = await solution.TestAsync(mutant.Project, compiled.Image, null, stopAtFailure: false, cancellation).ConfigureAwait(false);
        if (verdict.Killers.IsEmpty)
            return new Attempted(mutant, verdict.Ended == TestRunEnd.TimedOut ? MutantEnd.Hung : MutantEnd.Survived);
        return await TellingAsync(mutant, bug, verdict.Killers[0], cancellation).ConfigureAwait(false) is { } request
            ? new Attempted(mutant, MutantEnd.Kept, CaseOf(mutant, request, before.ToString(), text, verdict.Killers))
            : new Attempted(mutant, MutantEnd.TurnedDown);
    }

    // What tells of the bug: a rule's diagnostic, the compiler's, another analyzer's, else the test that fails; the first
    // of these by which the gate lets the known repair through.
    private async Task<RepairRequest?> TellingAsync(Mutant mutant, PlantedBug bug, string test, CancellationToken cancellation)
    {
        var before = (await DocumentDiagnostics.OfAsync(mutant.Document, null, cancellation).ConfigureAwait(false)).ToLookup(Words);
        var reported = (await DocumentDiagnostics.OfAsync(bug.Document, null, cancellation).ConfigureAwait(false)).GroupBy(Words)
            .Where(group => group.Count() > before[group.Key].Count())
            .SelectMany(group => group)
            .Where(diagnostic => IsOfBug(diagnostic, bug))
            .OrderBy(diagnostic => Rank(diagnostic.Id)).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);
        foreach (var diagnostic in reported)
        {
            if (await bug.ToldByAsync(diagnostic.Id, DocumentDiagnostics.LineOf(diagnostic), cancellation).ConfigureAwait(false) is { } request
                && await PassesAsync(mutant, request, cancellation).ConfigureAwait(false))
            {
                return request;
            }
        }

        return await bug.ToldByTestAsync(test, cancellation).ConfigureAwait(false) is { } told && await PassesAsync(mutant, told, cancellation).ConfigureAwait(false) ? told : null;

        static string Words(Diagnostic diagnostic) => diagnostic.Id + " " + diagnostic.GetMessage(CultureInfo.InvariantCulture);

        static int Rank(string id) => id.StartsWith("CDA", StringComparison.Ordinal) ? 0 : id.StartsWith("CS", StringComparison.Ordinal) ? 1 : 2;
    }

    // A remark that is no warning counts where it is a rule's of ours; those of others are matters of style.
    private static bool IsOfBug(Diagnostic diagnostic, PlantedBug bug) =>
        (diagnostic.Severity >= DiagnosticSeverity.Warning || (diagnostic.Severity == DiagnosticSeverity.Info && diagnostic.Id.StartsWith("CDA", StringComparison.Ordinal)))
        && diagnostic.Location.SourceTree is { } tree
        && tree.GetRoot().FindNode(diagnostic.Location.SourceSpan) is { } node
        && (node.FirstAncestorOrSelf<StatementSyntax>(each => each is not BlockSyntax) ?? node).Span.IntersectsWith(bug.Span);

    private async Task<bool> PassesAsync(Mutant mutant, RepairRequest request, CancellationToken cancellation)
    {
        var original = await mutant.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        var outcome = await new RepairEngine([new KnownEditProposer(original.ToString(), Messages.Get("TitleReference"))], gate).RepairAsync(request, cancellation).ConfigureAwait(false);
        return outcome.Edit is not null;
    }

    private RepairCase CaseOf(Mutant mutant, RepairRequest request, string before, string after, ImmutableArray<string> killers)
    {
        var file = Path.GetRelativePath(solution.Root, mutant.Document.FilePath!).Replace('\\', '/');
        var name = mutant.Mutation.Operator;
        return new RepairCase(
            string.Empty, string.Empty, request.Diagnostic.Id, "src/" + file, DocumentDiagnostics.LineOf(request.Diagnostic), MutationOperators.Categories[name], Words(mutant.Mutation, before))
        {
            Operator = name,
            Project = mutant.Project.Path,
            KilledBy = [.. killers.Take(MostKillers)],
            Sources = [new CaseFile("src/" + file, after)],
            Reference = before,
        };
    }

    private static string Words(Mutation mutation, string before) => mutation.Operator + ": " + string.Join("; ", mutation.Changes.Select(change =>
        change.NewText!.Length == 0 ? $"`{Short(before.Substring(change.Span.Start, change.Span.Length))}` is missing"
        : $"`{Short(change.NewText)}` stands in place of `{Short(before.Substring(change.Span.Start, change.Span.Length))}`"));

    private static string Short(string code)
    {
        var line = string.Join(' ', code.Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 80 ? line[..80] + "..." : line;
    }

    private sealed record Attempted(Mutant Mutant, MutantEnd Ended, RepairCase? Case = null);

    // In the order of how far a mutant got.
    private enum MutantEnd
    {
        NotCompiled,
        Survived,
        Hung,
        TurnedDown,
        Kept,
    }
}

/// <summary>What is planted.</summary>
/// <param name="Count">How many bugs.</param>
/// <param name="Operators">By which operators.</param>
/// <param name="Seed">The same seed plants the same bugs.</param>
/// <param name="Jobs">How many are tried at a time.</param>
/// <param name="Time">How long it may take; null for as long as it takes.</param>
public sealed record InjectOptions(int Count, IReadOnlySet<string> Operators, int Seed, int Jobs, TimeSpan? Time);

/// <summary>What was planted.</summary>
/// <param name="Cases">The bugs that are kept.</param>
/// <param name="Operators">What became of each operator's.</param>
/// <param name="TimeUp">Whether the time was over before there were as many as were wanted.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record InjectResult(
    ImmutableArray<RepairCase> Cases, ImmutableSortedDictionary<string, OperatorCount> Operators, bool TimeUp, TimeSpan Elapsed)
{
    /// <summary>All operators together.</summary>
    public OperatorCount All => Operators.Values.Aggregate(OperatorCount.None, (sum, each) => sum.And(each));
}

/// <summary>What became of an operator's bugs.</summary>
/// <param name="Tried">How many were tried.</param>
/// <param name="Compiled">Of these, how many compile.</param>
/// <param name="Killed">Of these, how many a test notices.</param>
/// <param name="Hung">How many made no test fail, but one run for ever; they are left out.</param>
/// <param name="TurnedDown">Of those that are noticed, of how many the gate turns the known repair down; they are left out.</param>
/// <param name="Kept">How many are kept.</param>
public sealed record OperatorCount(int Tried, int Compiled, int Killed, int Hung, int TurnedDown, int Kept)
{
    /// <summary>None.</summary>
    public static OperatorCount None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public OperatorCount And(OperatorCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Tried + other.Tried, Compiled + other.Compiled, Killed + other.Killed, Hung + other.Hung, TurnedDown + other.TurnedDown, Kept + other.Kept);
    }
}
