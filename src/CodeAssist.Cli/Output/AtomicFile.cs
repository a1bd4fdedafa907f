namespace CodeAssist.Cli.Output;

/// <summary>Writes a file whole or not at all: an interruption leaves the old one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the bytes; throws what the file system says.</summary>
    public static void Write(string path, byte[] bytes)
    {
        var scratch = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(scratch, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(scratch, File.GetUnixFileMode(path));
            File.Move(scratch, path, overwrite: true);
        }
        catch
        {
            Remove(scratch);
            throw;
        }
    }

    private static void Remove(string scratch)
    {
        try
        {
            File.Delete(scratch);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reason why the file was not written is on its way to the user; the scratch file beside it is the lesser harm.
        }
    }
}
