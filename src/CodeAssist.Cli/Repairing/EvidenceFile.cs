using System.Text.Json;
using CodeAssist.Cli.Output;
using CodeAssist.Repair.Evidence;

namespace CodeAssist.Cli.Repairing;

/// <summary>Appends evidence to a file, a JSON object on each line.</summary>
internal sealed class EvidenceFile : IEvidenceLog, IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;
    private string? _problem;

    private EvidenceFile(StreamWriter writer) => _writer = writer;

    /// <summary>Why the evidence is not complete; null where it is.</summary>
    public string? Problem => _problem;

    /// <summary>Opens a file to append to, or ends the command.</summary>
    public static EvidenceFile Open(string path)
    {
        try
        {
            return new EvidenceFile(new StreamWriter(path, append: true) { AutoFlush = true });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ToolException.Usage("CannotWrite", path, exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Write(EvidenceRecord record)
    {
        lock (_gate)
        {
            try
            {
                _writer.WriteLine(JsonSerializer.Serialize(EvidenceJson.Of(record), Json.Line));
            }
            catch (IOException exception)
            {
                _problem ??= exception.Message;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            _writer.Dispose();
    }
}
