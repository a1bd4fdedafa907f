using System.Globalization;
using CodeAssist.Cli.Injecting;
using CodeAssist.Cli.Output;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Projects;
using CodeAssist.Repair.Gate;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Injecting;

/// <summary>The sample Orders, built once, with bugs planted in it, for all tests of them.</summary>
public sealed class OrdersSuite : IAsyncLifetime
{
    // Operators whose bugs the sample's few tests notice most: what is tried in vain costs as much.
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "identical-branches", "infinite-recursion", "inverted-condition", "other-literal", "reversed-assignment", "returns-default", "self-assignment", "useless-increment",
    };

    private readonly Scratch _scratch = new();
    private Confinement? _confinement;
    private TestedInput? _input;

    /// <summary>The solution that the bugs are of.</summary>
    public string Solution => Path.Combine(_scratch.Folder, "Orders", "Orders.sln");

    /// <summary>The folder of the suite.</summary>
    public string Folder => Path.Combine(_scratch.Folder, "suite");

    /// <summary>The folder of a suite of the first three bugs.</summary>
    public string FewFolder => Path.Combine(_scratch.Folder, "few");

    /// <summary>What was planted.</summary>
    public InjectResult Result { get; private set; } = null!;

    /// <summary>The code, built, with its tests.</summary>
    internal TestedSolution Tested => _input!.Solution;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        Copy(Repository.PathOf("samples", "Orders"), "Orders");
        _confinement = await Confinement.CreateAsync(allowUnconfined: false, CancellationToken.None);
        _input = await TestedInput.OpenAsync(Solution, 2, _confinement, new Terminal(null, TextWriter.Null, TextWriter.Null), CancellationToken.None);
        Result = await new Injector(Tested, new RepairGate(), new InjectOptions(10, Operators, 1, 2, null)).RunAsync((_, _) => { }, CancellationToken.None);
        ProjectSuiteFolder.Write(Folder, Solution, 1, Result.Cases);
        ProjectSuiteFolder.Write(FewFolder, Solution, 1, Result.Cases[..3]);
    }

    public Task DisposeAsync()
    {
        _input?.Dispose();
        _confinement?.Dispose();
        _scratch.Dispose();
        return Task.CompletedTask;
    }

    private void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.Split('/', '\\').Any(part => part is "bin" or "obj")))
            _scratch.Write(Path.Combine(to, Path.GetRelativePath(from, file)), File.ReadAllText(file));
    }
}
