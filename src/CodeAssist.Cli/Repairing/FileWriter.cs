using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Repairing;

/// <summary>Writes edited files: whole or not at all, with the encoding, byte order mark and line endings that they had.</summary>
internal sealed class FileWriter
{
    /// <summary>Writes a file; gives the reason in one line where it was left as it was.</summary>
    public string? Write(EditedFile file)
    {
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

            AtomicFile.Write(target, bytes);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Texts.Get("NotWritten", file.Path, exception.Message);
        }
    }
}
