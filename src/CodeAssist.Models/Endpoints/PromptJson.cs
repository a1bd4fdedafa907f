using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>The messages as they stand in a request, byte for byte.</summary>
internal static class PromptJson
{
    // JSON that is read by servers, not by browsers: Chinese comments need no escapes.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of <c>messages</c>.</summary>
    public static JsonArray Of(IEnumerable<ChatMessage> messages) =>
        [.. messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })];

    /// <summary>The bytes of <c>messages</c>.</summary>
    public static byte[] Bytes(IEnumerable<ChatMessage> messages) => Encoding.UTF8.GetBytes(Of(messages).ToJsonString(Options));

    /// <summary>SHA-256 of the bytes of <c>messages</c>, lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
