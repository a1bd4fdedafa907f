using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAssist.Eval.Training;

/// <summary>
/// Training examples as fine-tuning tools read them (messages JSONL): an object with <c>messages</c> on each line, to
/// which a tool applies the model's own chat template, for Qwen models ChatML.
/// </summary>
public static class ChatmlFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes; an example that occurs twice stands in it once.</summary>
    /// <param name="examples">The examples' messages.</param>
    /// <param name="count">How many there are in the file.</param>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<TrainingMessage>> examples, out int count)
    {
        var lines = examples.Select(messages => JsonSerializer.Serialize(new { messages }, Format)).Distinct(StringComparer.Ordinal).ToList();
        count = lines.Count;
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
    }
}
