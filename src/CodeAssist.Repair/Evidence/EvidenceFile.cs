using System.Diagnostics;

namespace CodeAssist.Repair.Evidence;

/// <summary>
/// Keeps evidence as JSON lines in a file: attempts and, as the ledger of what left the machine, requests. No source
/// text. Several processes may write to the same file.
/// </summary>
/// <param name="path">The file; its folder is made when it is missing.</param>
/// <param name="largest">At how many bytes the file starts over, the former one being kept beside it; null lets it grow.</param>
public sealed class EvidenceFile(string path, long? largest = EvidenceFile.DefaultLargest) : IEvidenceLog, IRequestLog
{
    /// <summary>The bound of the user's own file: a line has about 1 KB, so the last thousands of lines are kept, and the thousands before them.</summary>
    public const long DefaultLargest = 4 * 1024 * 1024;

    // Another process holds the file for as long as it takes to append a line.
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly object _lock = new();

    /// <summary>Why the evidence is not complete, in one line; null where it is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The file of a user: in the folder for what programs remember.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="home">The user's home folder.</param>
    public static string PathFor(Func<string, string?> variable, string home) => Path.DirectorySeparatorChar == '\\'
        ? Path.Combine(variable("LOCALAPPDATA") is { Length: > 0 } data ? data : Path.Combine(home, "AppData", "Local"), "CodeAssist", "evidence.jsonl")
        : Path.Combine(variable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state) ? state : Path.Combine(home, ".local", "state"), "codeassist", "evidence.jsonl");

    /// <summary>The file of the user who runs this process.</summary>
    public static EvidenceFile OfUser() =>
        new(PathFor(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));

    /// <summary>Where the lines are that were written before the file last started over.</summary>
    internal static string FormerOf(string path) => path + ".1";

    /// <inheritdoc/>
    public void Write(EvidenceRecord record) => Write(EvidenceEntry.Of(record));

    /// <inheritdoc/>
    public void Write(RequestRecord record) => Write(EvidenceEntry.Of(record));

    /// <summary>Makes sure that the file can be written to; throws where it cannot.</summary>
    /// <exception cref="IOException">The file or its folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Open() => Append([]);

    private void Write(EvidenceEntry entry)
    {
        try
        {
            var line = JsonText.Line(entry);
            lock (_lock)
                Append(line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // A record that cannot be kept must not cost the user the fix.
            Problem ??= exception.Message;
            Trace.TraceWarning("CodeAssist: " + exception.Message);
        }
    }

    private void Append(byte[] line)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && largest is not null)
            Directory.CreateDirectory(folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                StartOver();

                // For us alone: two that append at the same time would write over each other.
                using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None);
                stream.Write(line, 0, line.Length);
                return;
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException) && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private void StartOver()
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length <= largest.GetValueOrDefault(long.MaxValue))
            return;
        File.Delete(FormerOf(path));
        File.Move(path, FormerOf(path));
    }
}
