using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>
/// The attempts of a run, one JSON object a line after a line that names suite and model. Written as they come, so that
/// a run that was interrupted goes on where it was.
/// </summary>
public sealed class ResultsFile : IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly StreamWriter? _writer;

    private ResultsFile(StreamWriter? writer, Dictionary<string, Attempt> done)
    {
        _writer = writer;
        Done = done;
    }

    /// <summary>What was done before, by <see cref="Attempt.Key"/>.</summary>
    public IReadOnlyDictionary<string, Attempt> Done { get; }

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="path">The file; null keeps nothing.</param>
    /// <param name="suite">The suite's name.</param>
    /// <param name="model">The model's name.</param>
    /// <exception cref="EvalDataException">The file is of another run, or none of ours.</exception>
    public static ResultsFile Open(string? path, string suite, string model)
    {
        if (path is null)
            return new ResultsFile(null, []);
        var head = JsonSerializer.Serialize(new Head(suite, model), Format);
        Dictionary<string, Attempt> done = new(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path) && File.ReadAllLines(path) is { Length: > 0 } lines)
            {
                if (lines[0] != head)
                    throw new EvalDataException(Messages.Get("ResultsOfAnotherRun", path));
                foreach (var attempt in lines.Skip(1).Select(Read).OfType<Attempt>().Where(attempt => !attempt.Failed))
                    done[attempt.Key] = attempt;
            }

            // Rewritten: a line that was cut off by an interruption must not run into the next one.
            var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };
            writer.WriteLine(head);
            foreach (var attempt in done.Values)
                writer.WriteLine(JsonSerializer.Serialize(attempt, Format));
            return new ResultsFile(writer, done);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalDataException(Messages.Get("FileUnreadable", path, exception.Message));
        }
    }

    /// <summary>Keeps an attempt.</summary>
    public void Add(Attempt attempt)
    {
        lock (_gate)
            _writer?.WriteLine(JsonSerializer.Serialize(attempt, Format));
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private static Attempt? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Attempt>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Head(string Suite, string Model);
}
