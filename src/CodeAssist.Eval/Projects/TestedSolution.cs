using System.Collections.Immutable;
using CodeAssist.Eval.Execution;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Projects;

/// <summary>
/// A solution that was built in a folder of its own, with its tests, ready to be broken and repaired: its projects
/// compile in this process, and its tests run over what was compiled.
/// </summary>
public sealed class TestedSolution
{
    private readonly TestBench _bench;
    private readonly ImmutableDictionary<TestAssembly, SteadyTests> _steady;
    private readonly ImmutableDictionary<TestedProject, ImmutableHashSet<string>> _forbidden;

    private TestedSolution(Solution solution, string root, TestBench bench, ImmutableArray<TestedProject> projects, ImmutableDictionary<TestAssembly, SteadyTests> steady)
    {
        Solution = solution;
        Root = root;
        Projects = projects;
        _bench = bench;
        _steady = steady;
        // What the user's own code names is no answer's doing.
        _forbidden = projects.ToImmutableDictionary(project => project, project => ProgramPolicy.Forbidden(project.Original).ToImmutableHashSet());
    }

    /// <summary>The tested projects and what they are built on. The tests are not among them: nobody who is asked to repair sees them.</summary>
    public Solution Solution { get; }

    /// <summary>The root of the built tree.</summary>
    public string Root { get; }

    /// <summary>The projects into which bugs can be planted.</summary>
    public ImmutableArray<TestedProject> Projects { get; }

    /// <summary>What the tests say of the code as it is.</summary>
    public IEnumerable<SteadyTests> Tests => _steady.Values;

    /// <summary>Finds the tests of a built solution and runs them, twice, on the code as it is.</summary>
    /// <param name="solution">The solution, loaded from the built tree.</param>
    /// <param name="root">The root of the built tree.</param>
    /// <param name="copies">Further copies of the tree, one for each further run at a time.</param>
    /// <param name="confinement">How tests are run.</param>
    /// <param name="note">Told of projects that are left out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="EvalDataException">There are no tests, or none that says anything.</exception>
    public static async Task<TestedSolution> OpenAsync(
        Solution solution, string root, Func<IReadOnlyList<string>> copies, Confinement confinement, Action<string> note, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(copies);
        var testCode = TestCode.In(solution);
        if (testCode.IsEmpty)
            throw new EvalDataException(Messages.Get("NoTestProjects"));
        var tests = TestCode.Runnable(solution, testCode, root);
        if (tests.IsEmpty)
            throw new EvalDataException(Messages.Get("NoRunnableTests", string.Join(", ", testCode.Select(id => solution.GetProject(id)!.Name).Distinct().Order(StringComparer.Ordinal).Take(3))));
        var projects = await ProjectsAsync(solution, root, testCode, tests, note, cancellation).ConfigureAwait(false);
        if (projects.IsEmpty)
            throw new EvalDataException(Messages.Get("NothingTested", string.Join(", ", tests.Select(test => test.Assembly.Name).Take(3))));

        var needed = tests.SelectMany(test => solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(test.Project.Id)).Where(id => !testCode.Contains(id)).ToHashSet();
        var rest = solution.ProjectIds.Where(id => !needed.Contains(id)).Aggregate(solution, (left, id) => left.RemoveProject(id));
        var used = projects.SelectMany(project => project.Tests).Distinct().ToList();
        var bench = new TestBench(confinement, [root, .. copies()], used);
        var steady = ImmutableDictionary.CreateBuilder<TestAssembly, SteadyTests>();
        foreach (var each in used)
            steady[each] = await SteadyAsync(bench, each, projects, cancellation).ConfigureAwait(false);
        if (steady.Values.All(each => each.Methods.IsEmpty))
            throw new EvalDataException(Messages.Get("NoTestPasses", steady.Values.SelectMany(each => each.Unusable).FirstOrDefault() ?? used[0].Name));
        return new TestedSolution(rest, root, bench, projects, steady.ToImmutable());
    }

    /// <summary>The tested project that a file belongs to, and the document; null where the file is in none.</summary>
    /// <param name="file">The file, from the root of the tree, with slashes.</param>
    public (TestedProject Project, Document Document)? Find(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Root, file));
        foreach (var id in Solution.GetDocumentIdsWithFilePath(path))
        {
            if (Projects.FirstOrDefault(project => project.Id == id.ProjectId) is { } project && Solution.GetDocument(id) is { } document)
                return (project, document);
        }

        return null;
    }

    /// <summary>Runs tests on a project's assembly.</summary>
    /// <param name="project">The project.</param>
    /// <param name="image">Its assembly, with a bug or repaired.</param>
    /// <param name="only">The names of the tests that are run; null for all.</param>
    /// <param name="stopAtFailure">Whether the first failure ends the run.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<TestVerdict> TestAsync(
        TestedProject project, ImmutableArray<byte> image, IReadOnlyCollection<string>? only, bool stopAtFailure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var asked = project.Tests.Select(tests => (Assembly: tests, Names: NamesOf(tests, only))).Where(each => each.Names.Count > 0).ToList();
        var runs = await _bench.RunAsync(
            asked.Select(each => each.Assembly), project.Assembly, image,
            tests => new TestQuestion(
                only is null ? [] : [.. asked.First(each => each.Assembly == tests).Names.Select(name => _steady[tests].Methods[name]).Distinct(StringComparer.Ordinal)],
                _steady[tests].Limit,
                name => stopAtFailure && _steady[tests].Methods.ContainsKey(name)),
            cancellation).ConfigureAwait(false);
        return TestVerdict.Of([.. runs.Zip(asked, (run, each) => (run, each.Names))], asked.Count);
    }

    /// <summary>What an assembly names that could reach its own judge and that the code did not name before; null where there is nothing.</summary>
    public string? Refusal(TestedProject project, ImmutableArray<byte> image) =>
        ProgramPolicy.Forbidden(image).FirstOrDefault(name => !_forbidden[project].Contains(name));

    private ImmutableHashSet<string> NamesOf(TestAssembly tests, IReadOnlyCollection<string>? only) =>
        [.. _steady[tests].Methods.Keys.Where(name => only is null || only.Contains(name))];

    // A project is tested where its assembly lies beside tests. One that compiles otherwise here than in its build is left out.
    private static async Task<ImmutableArray<TestedProject>> ProjectsAsync(
        Solution solution, string root, ImmutableHashSet<ProjectId> testCode, ImmutableArray<(Project Project, TestAssembly Assembly)> tests, Action<string> note, CancellationToken cancellation)
    {
        var graph = solution.GetProjectDependencyGraph();
        var projects = ImmutableArray.CreateBuilder<TestedProject>();
        var candidates = tests.SelectMany(test => graph.GetProjectsThatThisProjectTransitivelyDependsOn(test.Project.Id)).Distinct()
            .Where(id => !testCode.Contains(id)).Select(id => solution.GetProject(id)!)
            .Where(project => project is { Language: LanguageNames.CSharp, FilePath: not null, OutputFilePath: not null })
            .OrderBy(project => project.Name, StringComparer.Ordinal).DistinctBy(project => project.FilePath);
        foreach (var project in candidates)
        {
            var assembly = Path.GetFileName(project.OutputFilePath)!;
            ImmutableArray<TestAssembly> beside =
            [
                .. tests.Where(test => graph.GetProjectsThatThisProjectTransitivelyDependsOn(test.Project.Id).Contains(project.Id) && File.Exists(Path.Combine(root, test.Assembly.Folder, assembly)))
                    .Select(test => test.Assembly),
            ];
            if (beside.IsEmpty)
                continue;
            var compiler = ProjectCompiler.For(Path.Combine(root, beside[0].Folder, assembly));
            var original = await compiler.CompileAsync(project, cancellation).ConfigureAwait(false);
            if (original.Error is { } error)
                note(Messages.Get("ProjectNotCompiled", project.Name, error));
            else
                projects.Add(new TestedProject(project.Id, Path.GetRelativePath(root, project.FilePath!).Replace('\\', '/'), assembly, beside, compiler, original.Image));
        }

        return projects.ToImmutable();
    }

    // Once for each project with its own assembly in place, and at least twice.
    private static async Task<SteadyTests> SteadyAsync(TestBench bench, TestAssembly tests, ImmutableArray<TestedProject> projects, CancellationToken cancellation)
    {
        var tested = projects.Where(project => project.Tests.Contains(tests)).ToList();
        var runs = new List<TestRun>();
        foreach (var project in tested.Count > 1 ? tested : [.. tested, .. tested])
        {
            var run = (await bench.RunAsync([tests], project.Assembly, project.Original, _ => new TestQuestion([], TestBench.Limits.Time, _ => false), cancellation).ConfigureAwait(false))[0];
            if (run.Ended != TestRunEnd.Completed)
                throw new EvalDataException(Messages.Get("TestsDoNotRun", tests.Name, run.Detail));
            runs.Add(run);
        }

        return SteadyTests.Of(runs);
    }
}
