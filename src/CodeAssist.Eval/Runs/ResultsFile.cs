using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>
/// The attempts of a run, one JSON object a line after a line that names suite and model and one that says what the run
/// asks for. Written as they come, so that a run that was interrupted goes on where it was.
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
                foreach (var attempt in lines.Skip(1).Select(Read<Attempt>).OfType<Attempt>().Where(attempt => !attempt.Failed))
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

    /// <summary>Reads the results of a run, finished or not.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EvalDataException">It cannot be read, or holds no results.</exception>
    public static EvalResult Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalDataException(Messages.Get("FileUnreadable", path, exception.Message));
        }

        if (Read<Head>(lines.FirstOrDefault() ?? string.Empty) is not { Suite: not null, Model: not null } head)
            throw new EvalDataException(Messages.Get("NoResults", path));
        var attempts = new OrderedDictionary<string, Attempt>(StringComparer.Ordinal);
        foreach (var attempt in lines.Skip(1).Select(Read<Attempt>).OfType<Attempt>())
            attempts[attempt.Key] = attempt;
        // A file of an earlier version does not say what was asked for: what was done is all that is known.
        var scope = lines.Skip(1).Select(Read<RunScope>).LastOrDefault(scope => scope is { Excluded.IsDefault: false })
            ?? new RunScope(attempts.Values.Select(attempt => attempt.Task).Distinct().Count(), attempts.Values.Select(attempt => attempt.Sample + 1).DefaultIfEmpty().Max(), []);
        return new EvalResult(head.Suite, head.Model, scope, [.. attempts.Values]);
    }

    /// <summary>Keeps what the run asks for.</summary>
    public void Add(RunScope scope) => Write(scope);

    /// <summary>Keeps an attempt.</summary>
    public void Add(Attempt attempt) => Write(attempt);

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private void Write<T>(T value)
    {
        lock (_gate)
            _writer?.WriteLine(JsonSerializer.Serialize(value, Format));
    }

    // A line that is another's, or was cut off by an interruption, is passed over.
    private static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Head(string Suite, string Model);
}
