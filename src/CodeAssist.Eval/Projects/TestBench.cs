using System.Collections.Immutable;
using System.Threading.Channels;
using CodeAssist.Eval.Execution;

namespace CodeAssist.Eval.Projects;

/// <summary>
/// Runs assemblies of tests, confined, over copies of a built tree: one copy for each run at a time, in which the
/// assembly under test is put in place of the one that was built. A confined process sees its copy read-only, and every
/// copy under the same path.
/// </summary>
public sealed class TestBench
{
    private const string Runner = "CodeAssist.TestRunner.dll";

    private readonly Confinement _confinement;
    private readonly Channel<string> _trees = Channel.CreateUnbounded<string>();
    private readonly string _at;

    /// <summary>A bench.</summary>
    /// <param name="confinement">How processes are started.</param>
    /// <param name="trees">The copies of the built tree; the first is the one that was built.</param>
    /// <param name="tests">The assemblies of tests that will be run.</param>
    public TestBench(Confinement confinement, IReadOnlyList<string> trees, IEnumerable<TestAssembly> tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        _confinement = confinement;
        _at = trees[0];
        foreach (var each in tests.ToList())
        {
            foreach (var tree in trees)
                CopyRunner(Path.Combine(tree, each.Folder, Runner));
        }

        foreach (var tree in trees)
            _trees.Writer.TryWrite(tree);
    }

    /// <summary>What tests may use beside their time: 2 GB of managed heap, and what they say is read past.</summary>
    public static RunLimits Limits { get; } = new(TimeSpan.FromMinutes(10), 2L << 30, long.MaxValue);

    /// <summary>Runs tests, with one assembly replaced.</summary>
    /// <param name="tests">The assemblies of tests, one after the other until one ends the run.</param>
    /// <param name="assembly">The file name of the assembly that is replaced.</param>
    /// <param name="image">What takes its place.</param>
    /// <param name="ask">What is run of an assembly, for how long, and what ends it.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>A run for each assembly of tests, as far as they were run.</returns>
    public async Task<ImmutableArray<TestRun>> RunAsync(
        IEnumerable<TestAssembly> tests, string assembly, ImmutableArray<byte> image, Func<TestAssembly, TestQuestion> ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(ask);
        var tree = await _trees.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        try
        {
            var runs = ImmutableArray.CreateBuilder<TestRun>();
            foreach (var each in tests)
            {
                using var replaced = new ReplacedFile(Path.Combine(tree, each.Folder, assembly), image);
                var run = await RunAsync(tree, each, ask(each), cancellation).ConfigureAwait(false);
                runs.Add(run);
                if (run.Ended != TestRunEnd.Completed)
                    break;
            }

            return runs.ToImmutable();
        }
        finally
        {
            _trees.Writer.TryWrite(tree);
        }
    }

    private async Task<TestRun> RunAsync(string tree, TestAssembly tests, TestQuestion question, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(tests.File);
        var start = _confinement.StartInfo(Limits, new ConfinedCommand(tree, _at, tests.Folder,
            ["exec", "--depsfile", name + ".deps.json", "--runtimeconfig", name + ".runtimeconfig.json", Runner, tests.File]));
        // The runner needs the tool's own runtime; what the tests ask for may be older, and not there.
        start.Environment["DOTNET_ROLL_FORWARD"] = "LatestMajor";
        using var process = TestProcess.Start(start);
        return await process.RunAsync(question.Methods, question.StopsAt, Limits with { Time = question.Time }, cancellation).ConfigureAwait(false);
    }

    private static void CopyRunner(string path)
    {
        using var from = typeof(TestBench).Assembly.GetManifestResourceStream("CodeAssist.Eval.TestRunner.dll")!;
        using var to = File.Create(path);
        from.CopyTo(to);
    }

    // The file with another content for a while; the run that it was replaced for is over when this is disposed.
    private sealed class ReplacedFile : IDisposable
    {
        private readonly string _path;
        private readonly string _kept;

        public ReplacedFile(string path, ImmutableArray<byte> content)
        {
            _path = path;
            _kept = path + ".kept";
            File.Move(path, _kept, overwrite: true);
            File.WriteAllBytes(path, [.. content]);
        }

        public void Dispose() => File.Move(_kept, _path, overwrite: true);
    }
}

/// <summary>What is asked of an assembly of tests.</summary>
/// <param name="Methods">The methods that are run; empty for all.</param>
/// <param name="Time">How long they may take.</param>
/// <param name="StopsAt">Whether the failure of a test ends the run.</param>
public sealed record TestQuestion(IReadOnlyCollection<string> Methods, TimeSpan Time, Func<string, bool> StopsAt);
