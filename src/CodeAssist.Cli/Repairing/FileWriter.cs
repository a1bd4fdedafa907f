using CodeAssist.Cli.Loading;

namespace CodeAssist.Cli.Repairing;

/// <summary>Writes edited files: whole or not at all, with the encoding, byte order mark and line endings that they had.</summary>
internal sealed class FileWriter
{
    /// <summary>Writes a file; gives the reason in one line where it was left as it was.</summary>
    public string? Write(EditedFile file)
    {
        string? scratch = null;
        try
        {
            // A link stays a link: what it leads to is written.
            var target = File.ResolveLinkTarget(file.Path, returnFinalTarget: true)?.FullName ?? file.Path;
            var onDisk = FileText.Read(target);
            if (!onDisk.Text.ContentEquals(file.Original))
                return Texts.Get(onDisk.Survives ? "ChangedOnDisk" : "DoesNotSurvive", file.Path);
            if (onDisk.Encode(file.Current.ToString()) is not { } bytes)
                return Texts.Get("DoesNotSurvive", file.Path);
            if (new FileInfo(target).IsReadOnly)
                return Texts.Get("ReadOnly", file.Path);

            scratch = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            File.WriteAllBytes(scratch, bytes);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(scratch, File.GetUnixFileMode(target));
            File.Move(scratch, target, overwrite: true);
            scratch = null;
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Texts.Get("NotWritten", file.Path, exception.Message);
        }
        finally
        {
            Remove(scratch);
        }
    }

    private static void Remove(string? scratch)
    {
        if (scratch is null)
            return;
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
