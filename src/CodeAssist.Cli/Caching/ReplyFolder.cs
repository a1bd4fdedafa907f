using System.Diagnostics;
using CodeAssist.Cli.Output;
using CodeAssist.Repair.Caching;

namespace CodeAssist.Cli.Caching;

/// <summary>
/// The cache of accepted edits: a folder of the user's own with a file for each reply, which several processes may
/// use. Replies hold source code, so nobody else may read them.
/// </summary>
/// <param name="folder">The folder; made when the first reply is kept. Nothing but replies belongs into it.</param>
/// <param name="largest">How many bytes the replies may have together.</param>
/// <param name="time">What reads the clock; null for the system's.</param>
internal sealed class ReplyFolder(string folder, long largest = ReplyFolder.DefaultLargest, TimeProvider? time = null) : IReplyCache
{
    /// <summary>64 MB: some ten thousand replies.</summary>
    public const long DefaultLargest = 64 * 1024 * 1024;

    /// <summary>After how many days a reply is forgotten: code and models have moved on.</summary>
    public const int OldestDays = 30;

    // Far above any reply within a token budget: a file that is larger is not ours.
    private const int LargestFile = 512 * 1024;
    private const string Extension = ".json";
    private const int KeyLength = 64;
    private const UnixFileMode UserFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode UserFolder = UserFile | UnixFileMode.UserExecute;

    // What another process is writing right now is younger.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The folder of the user who runs this process.</summary>
    public static ReplyFolder OfUser() =>
        new(PathFor(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));

    /// <summary>The folder of a user: in the folder for what programs can make again.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="home">The user's home folder.</param>
    public static string PathFor(Func<string, string?> variable, string home) => OperatingSystem.IsWindows()
        ? Path.Combine(variable("LOCALAPPDATA") is { Length: > 0 } data ? data : Path.Combine(home, "AppData", "Local"), "CodeAssist", "replies")
        : Path.Combine(variable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache) ? cache : Path.Combine(home, ".cache"), "codeassist", "replies");

    /// <inheritdoc/>
    public string? Find(string key) => Try(() =>
    {
        var file = new FileInfo(PathOf(key));
        if (!file.Exists)
            return null;
        var reply = IsOurs(file) && !IsOver(file) ? ReplyFile.Read(File.ReadAllBytes(file.FullName), key) : null;
        if (reply is null)
            file.Delete();
        return reply;
    });

    /// <inheritdoc/>
    public void Keep(string key, string reply) => Try(() =>
    {
        var bytes = ReplyFile.Bytes(key, reply);
        if (bytes.Length > LargestFile)
            return null;
        Prepare();
        AtomicFile.Write(PathOf(key), bytes, UserFile);
        Shrink();
        return null;
    });

    /// <inheritdoc/>
    public void Drop(string key) => Try(() =>
    {
        new FileInfo(PathOf(key)).Delete();
        return null;
    });

    /// <summary>What there is.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public CacheContent Measure() => ContentOf(Files());

    /// <summary>Removes all there is, and says what it was.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public CacheContent Clear()
    {
        var files = Files();
        var content = ContentOf(files);
        foreach (var file in files)
            file.Delete();
        return content;
    }

    private CacheContent ContentOf(List<FileInfo> files)
    {
        var replies = files.Where(IsReply).ToList();
        return new CacheContent(
            folder, replies.Count, files.Sum(LengthOf), replies.Count == 0 ? null : replies.Min(file => file.LastWriteTimeUtc), largest, OldestDays);
    }

    // A folder that others could write to would let them put words into the model's mouth.
    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            // The user's own folders are closed to others there.
            Directory.CreateDirectory(folder);
            return;
        }

        if (Path.GetDirectoryName(folder) is { } parent)
            Directory.CreateDirectory(parent, UserFolder);
        var made = Directory.CreateDirectory(folder, UserFolder);
        if (made.UnixFileMode != UserFolder)
            made.UnixFileMode = UserFolder;
    }

    private void Shrink()
    {
        var files = Files().OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        long kept = 0;
        foreach (var file in files)
        {
            var stays = IsReply(file) ? !IsOver(file) && kept + LengthOf(file) <= largest : AgeOf(file) < Abandoned;
            if (stays)
                kept += LengthOf(file);
            else
                file.Delete();
        }
    }

    private List<FileInfo> Files() => Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles()] : [];

    private string PathOf(string key) => Path.Combine(folder, key + Extension);

    private TimeSpan AgeOf(FileInfo file) => _time.GetUtcNow() - file.LastWriteTimeUtc;

    // A time that has not come yet never would be over.
    private bool IsOver(FileInfo file) => AgeOf(file) > TimeSpan.FromDays(OldestDays) || AgeOf(file) < -TimeSpan.FromDays(1);

    private static bool IsOurs(FileInfo file) => file.LinkTarget is null && file.Length <= LargestFile;

    private static bool IsReply(FileInfo file) =>
        file.Extension == Extension && file.Name.Length == KeyLength + Extension.Length && file.Name[..KeyLength].All(char.IsAsciiHexDigitLower);

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // Another process has removed it meanwhile.
            return 0;
        }
    }

    // What cannot be kept or found is asked again: the cache must not cost the user the fix.
    private static string? Try(Func<string?> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Trace.TraceWarning("CodeAssist: " + exception.Message);
            return null;
        }
    }
}
