namespace CodeAssist.Cli.Output;

/// <summary>Writes a file whole or not at all: an interruption leaves the old one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the bytes; throws what the file system says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What will be in it.</param>
    /// <param name="mode">Who may read and write it, where the system knows modes; null for as before, or as is usual.</param>
    public static void Write(string path, byte[] bytes, UnixFileMode? mode = null)
    {
        var scratch = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            WriteNew(scratch, bytes, mode);
            if (mode is null && !OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(scratch, File.GetUnixFileMode(path));
            File.Move(scratch, path, overwrite: true);
        }
        catch
        {
            Remove(scratch);
            throw;
        }
    }

    // Nobody else may read it, not even before it has its mode.
    private static void WriteNew(string path, byte[] bytes, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using var stream = new FileStream(path, options);
        stream.Write(bytes);
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
