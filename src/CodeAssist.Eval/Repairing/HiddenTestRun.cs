namespace CodeAssist.Eval.Repairing;

/// <summary>Runs the program that hidden tests are compiled to, where it can do no harm.</summary>
public interface IHiddenTestRunner
{
    /// <summary>Runs a program; a program that hangs, crashes or exits early has failed, and none makes this throw.</summary>
    /// <param name="image">The program's assembly.</param>
    /// <param name="cancellation">Stops the program.</param>
    Task<HiddenTestRun> RunAsync(byte[] image, CancellationToken cancellation);
}

/// <summary>How a run of hidden tests ended.</summary>
/// <param name="Passed">Whether every test passed.</param>
/// <param name="Reason">Why not, in one line; null where every test passed.</param>
public sealed record HiddenTestRun(bool Passed, string? Reason);
