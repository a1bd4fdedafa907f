using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;

namespace CodeAssist.Models.Endpoints;

/// <summary>Takes a response's body apart into the JSON texts of its events.</summary>
internal static class EventStreams
{
    private const string End = "[DONE]";

    /// <summary>The data of server-sent events. Comments, by which servers keep a connection alive, are none.</summary>
    public static async IAsyncEnumerable<string> ServerSentAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellation).ConfigureAwait(false))
        {
            var text = item.Data.Trim();
            if (text == End)
                yield break;
            if (text.Length > 0)
                yield return text;
        }
    }

    /// <summary>The lines of newline-delimited JSON. Empty ones are none.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0)
                yield return text;
        }
    }
}
