using CodeAssist.Cli.Loading;

namespace CodeAssist.Cli.Injecting;

/// <summary>A copy of somebody's sources to build in and to run tests over; it goes when this is disposed.</summary>
internal sealed class ScratchTree : IDisposable
{
    // What builds, editors and version control keep beside sources.
    private static readonly HashSet<string> NotCopied = new(StringComparer.OrdinalIgnoreCase) { ".git", ".vs", "bin", "obj", "node_modules", "TestResults" };

    private static readonly HashSet<string> NotRun = new(StringComparer.OrdinalIgnoreCase) { "obj" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("codeassist-inject-");
    private readonly string _original;

    private ScratchTree(string original)
    {
        _original = original;
        // Root's tests run as an unprivileged user, who has to get in.
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            _folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    }

    /// <summary>The root of the copy.</summary>
    public string Root => Path.Combine(_folder.FullName, "tree");

    /// <summary>Copies the sources that an input is built from.</summary>
    public static ScratchTree Of(string input, CancellationToken cancellation)
    {
        var tree = new ScratchTree(SourceRoot.Of(input));
        try
        {
            Copy(tree._original, tree.Root, NotCopied, cancellation);
            return tree;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>Where a file or folder of the original is in the copy.</summary>
    public string PathOf(string original) => Path.GetFullPath(Path.Combine(Root, Path.GetRelativePath(_original, original)));

    /// <summary>Builds the copy of an input, or ends the command with the first error.</summary>
    public async Task BuildAsync(string input, CancellationToken cancellation)
    {
        foreach (var file in BuiltBy(PathOf(input)))
        {
            // No server that outlives the command, and no analyzers: what the build makes is what is wanted of it.
            var (exitCode, output) = await Sdk.RunAsync(
                ["build", file, "-nologo", "-verbosity:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false"],
                Path.GetDirectoryName(file)!, cancellation).ConfigureAwait(false);
            if (exitCode != 0)
                throw ToolException.Input("BuildFailed", input, Restore.FirstError(output).TrimEnd('.'));
        }
    }

    /// <summary>Further copies of what was built.</summary>
    public IReadOnlyList<string> Copies(int number, CancellationToken cancellation) =>
    [
        .. Enumerable.Range(1, number).Select(i =>
        {
            var copy = Root + i;
            Copy(Root, copy, NotRun, cancellation);
            return copy;
        }),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may still hold a file; the folder is in the system's scratch space.
        }
    }

    private static IReadOnlyList<string> BuiltBy(string input)
    {
        if (!Directory.Exists(input))
            return [input];
        var content = FolderContent.Of(input);
        return content.Solutions.Count switch
        {
            0 => content.Projects,
            1 => content.Solutions,
            _ => throw ToolException.Usage("SeveralSolutions", input, string.Join(", ", content.Solutions.Select(Path.GetFileName))),
        };
    }

    // Links to folders lead out of the tree or round in it: what is behind them is not copied.
    private static void Copy(string from, string to, HashSet<string> skipped, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(File.Exists))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in new DirectoryInfo(from).EnumerateDirectories().Where(folder => folder.LinkTarget is null && !skipped.Contains(folder.Name)))
            Copy(folder.FullName, Path.Combine(to, folder.Name), skipped, cancellation);
    }
}
