namespace CodeAssist.Models.Configuration;

/// <summary>Reads a key from a file of its own.</summary>
internal static class KeyFile
{
    // No key is longer; a path that leads to a large file is a mistake.
    private const int MaximumBytes = 64 * 1024;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static string Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaximumBytes })
                throw new ConfigurationException(Messages.Get("KeyFileTooLong", path));
            // Of what others may read we say so: a key that others know is none.
            if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0)
                throw new ConfigurationException(Messages.Get("KeyFileOpen", path));
            var key = File.ReadAllText(path).Trim();
            return key.Length > 0 ? key : throw new ConfigurationException(Messages.Get("KeyFileEmpty", path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException(Messages.Get("KeyFileUnreadable", path, exception.Message.ToOneLine()));
        }
    }
}
