using System.Collections.Immutable;

namespace CodeAssist.Eval.Suites;

/// <summary>A suite: what is asked, and what decides whether an answer is right.</summary>
public interface ISuite
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Reads the tasks and leaves out what cannot measure anything.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    Task<SuiteContent> LoadAsync(CancellationToken cancellation);

    /// <summary>Asks once and judges the answer. Throws only where it is cancelled.</summary>
    /// <param name="task">One of the loaded tasks.</param>
    /// <param name="sample">Which sample, from 0.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<Attempt> TryAsync(SuiteTask task, int sample, CancellationToken cancellation);
}

/// <summary>What a suite holds.</summary>
/// <param name="Tasks">What is measured.</param>
/// <param name="Excluded">What is not, and why.</param>
public sealed record SuiteContent(ImmutableArray<SuiteTask> Tasks, ImmutableArray<ExcludedTask> Excluded);
