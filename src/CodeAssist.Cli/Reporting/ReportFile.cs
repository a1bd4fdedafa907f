using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Reporting;

/// <summary>A file that a command writes at its end: it is written whole or not at all.</summary>
internal static class ReportFile
{
    /// <summary>Ends the command where the file's folder does not exist: better before the work than after it.</summary>
    public static void ThrowIfNowhere(string? path)
    {
        if (path is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw ToolException.Usage("CannotWrite", path, Texts.Get("NoFolder"));
    }

    /// <summary>Writes the file; where that cannot be, ends the command.</summary>
    public static void Write(string path, byte[] bytes)
    {
        try
        {
            AtomicFile.Write(path, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ToolException.Usage("CannotWrite", path, exception.Message);
        }
    }
}
