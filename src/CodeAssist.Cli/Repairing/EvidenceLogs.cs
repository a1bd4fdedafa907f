using CodeAssist.Repair.Evidence;

namespace CodeAssist.Cli.Repairing;

/// <summary>Where a run records its attempts: the file that the user named, and the user's own where a model was asked.</summary>
internal sealed class EvidenceLogs : IEvidenceLog
{
    private readonly EvidenceFile[] _files;

    private EvidenceLogs(EvidenceFile[] files) => _files = files;

    /// <summary>Why the evidence is not complete; null where it is.</summary>
    public string? Problem => _files.Select(file => file.Problem).FirstOrDefault(problem => problem is not null);

    /// <summary>The logs of a run; a named file that cannot be written ends the command.</summary>
    public static EvidenceLogs Of(string? path, EvidenceFile? user)
    {
        if (path is null)
            return new EvidenceLogs(user is null ? [] : [user]);
        try
        {
            // What the user asks for is not thrown away at a bound.
            var named = new EvidenceFile(Path.GetFullPath(path), largest: null);
            named.Open();
            return new EvidenceLogs(user is null ? [named] : [named, user]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ToolException.Usage("CannotWrite", path, exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Write(EvidenceRecord record)
    {
        foreach (var file in _files)
            file.Write(record);
    }
}
