using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeAssist.Cli.Output;

/// <summary>How JSON is written: names in camel case, text as it is, null where there is nothing.</summary>
internal static class Json
{
    /// <summary>On several lines, for results.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options()) { WriteIndented = true };

    /// <summary>On one line, for logs and protocols.</summary>
    public static JsonSerializerOptions Line { get; } = Options();

    /// <summary>On several lines, for formats in which a null is no value: it is left out.</summary>
    public static JsonSerializerOptions Sparse { get; } = new(Options()) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Web)
    {
        // Results are read by programs and people, not put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
