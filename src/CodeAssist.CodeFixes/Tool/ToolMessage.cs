using System.Runtime.Serialization;
using CodeAssist.Repair.Caching;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>
/// A message of protocol 1 between code fix and tool: one JSON object on a line, UTF-8. One type serves all messages;
/// what a message does not have is null and is not written.
/// </summary>
[DataContract]
internal sealed class ToolMessage
{
    /// <summary>The version of the protocol that this assembly speaks.</summary>
    public const int ProtocolVersion = 1;

    /// <summary><c>hello</c>, <c>ask</c>, <c>cancel</c>, <c>verdict</c>, <c>reply</c> or <c>failure</c>.</summary>
    [DataMember(Name = "type", EmitDefaultValue = false, Order = 0)]
    public string? Type { get; set; }

    /// <summary>Which question an <c>ask</c>, <c>cancel</c>, <c>verdict</c>, <c>reply</c> or <c>failure</c> belongs to.</summary>
    [DataMember(Name = "id", EmitDefaultValue = false, Order = 1)]
    public int? Id { get; set; }

    /// <summary>Of a <c>hello</c>: the sender's version of the protocol.</summary>
    [DataMember(Name = "protocol", EmitDefaultValue = false, Order = 2)]
    public int? Protocol { get; set; }

    /// <summary>Of the client's <c>hello</c>: this assembly's name and version.</summary>
    [DataMember(Name = "client", EmitDefaultValue = false, Order = 2)]
    public string? Client { get; set; }

    /// <summary>Of the tool's <c>hello</c>: the tool's version.</summary>
    [DataMember(Name = "tool", EmitDefaultValue = false, Order = 2)]
    public string? Tool { get; set; }

    /// <summary>Of the tool's <c>hello</c>: whether the user turned model fixes on.</summary>
    [DataMember(Name = "modelFixes", EmitDefaultValue = false, Order = 2)]
    public bool? ModelFixes { get; set; }

    /// <summary>Why model fixes are off, or why there is no reply.</summary>
    [DataMember(Name = "reason", EmitDefaultValue = false, Order = 2)]
    public string? Reason { get; set; }

    /// <summary>Of the tool's <c>hello</c>: the model's name.</summary>
    [DataMember(Name = "model", EmitDefaultValue = false, Order = 2)]
    public string? Model { get; set; }

    /// <summary>Of the tool's <c>hello</c>: whether the model runs on this machine.</summary>
    [DataMember(Name = "loopback", EmitDefaultValue = false, Order = 2)]
    public bool? Loopback { get; set; }

    /// <summary>Of the tool's <c>hello</c>: <c>ask</c> or <c>prefetch</c>.</summary>
    [DataMember(Name = "trigger", EmitDefaultValue = false, Order = 2)]
    public string? Trigger { get; set; }

    /// <summary>Of the tool's <c>hello</c>: how many tokens a prompt may have.</summary>
    [DataMember(Name = "promptTokens", EmitDefaultValue = false, Order = 2)]
    public int? PromptTokens { get; set; }

    /// <summary>Of the tool's <c>hello</c>: how long one question may take, in seconds.</summary>
    [DataMember(Name = "timeoutSeconds", EmitDefaultValue = false, Order = 2)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Of the tool's <c>hello</c>: further diagnostics that the user wants model fixes for.</summary>
    [DataMember(Name = "diagnostics", EmitDefaultValue = false, Order = 2)]
    public string[]? Diagnostics { get; set; }

    /// <summary>Of the tool's <c>hello</c>: the language of the instructions, <c>en</c> or <c>zh-Hans</c>.</summary>
    [DataMember(Name = "language", EmitDefaultValue = false, Order = 2)]
    public string? Language { get; set; }

    /// <summary>Of the tool's <c>hello</c>: the file below the repository's root whose conventions the user lets be quoted.</summary>
    [DataMember(Name = "conventions", EmitDefaultValue = false, Order = 2)]
    public string? Conventions { get; set; }

    /// <summary>Of an <c>ask</c>: zero for the first candidate.</summary>
    [DataMember(Name = "candidate", EmitDefaultValue = false, Order = 2)]
    public int? Candidate { get; set; }

    /// <summary>Of an <c>ask</c>: what is to be repaired, for logs.</summary>
    [DataMember(Name = "diagnosticId", EmitDefaultValue = false, Order = 2)]
    public string? DiagnosticId { get; set; }

    /// <summary>Of an <c>ask</c>: the prompt.</summary>
    [DataMember(Name = "messages", EmitDefaultValue = false, Order = 2)]
    public PromptMessage[]? Messages { get; set; }

    /// <summary>Of an <c>ask</c>: the files whose text is in the prompt.</summary>
    [DataMember(Name = "files", EmitDefaultValue = false, Order = 2)]
    public string[]? Files { get; set; }

    /// <summary>Of a <c>reply</c>: what the model wrote.</summary>
    [DataMember(Name = "text", EmitDefaultValue = false, Order = 2)]
    public string? Text { get; set; }

    /// <summary>Of a <c>verdict</c>: whether the gate accepted the edit that the reply held.</summary>
    [DataMember(Name = "accepted", EmitDefaultValue = false, Order = 2)]
    public bool? Accepted { get; set; }

    /// <summary>The reply's place in the tool's cache, bound to the connection that the reply came by; null where the tool keeps none. Not part of the message.</summary>
    public IReplySlot? Slot { get; set; }

    /// <summary>Of a <c>reply</c> or <c>failure</c>: what was sent where; null where nothing was sent.</summary>
    [DataMember(Name = "exchange", EmitDefaultValue = false, Order = 2)]
    public ExchangeMessage? Exchange { get; set; }
}

/// <summary>One message of a prompt.</summary>
[DataContract]
internal sealed class PromptMessage
{
    /// <summary><c>system</c>, <c>user</c> or <c>assistant</c>.</summary>
    [DataMember(Name = "role", Order = 0)]
    public string? Role { get; set; }

    /// <summary>What is said.</summary>
    [DataMember(Name = "text", Order = 1)]
    public string? Text { get; set; }
}

/// <summary>What an exchange with the model was.</summary>
[DataContract]
internal sealed class ExchangeMessage
{
    /// <summary>The model's name.</summary>
    [DataMember(Name = "model")]
    public string? Model { get; set; }

    /// <summary>The host that was asked.</summary>
    [DataMember(Name = "endpointHost")]
    public string? EndpointHost { get; set; }

    /// <summary>SHA-256 of the prompt's bytes, lower-case hexadecimal.</summary>
    [DataMember(Name = "promptHash")]
    public string? PromptHash { get; set; }

    /// <summary>Tokens of the prompt as the server counted them.</summary>
    [DataMember(Name = "promptTokens")]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens of the completion as the server counted them.</summary>
    [DataMember(Name = "completionTokens")]
    public int? CompletionTokens { get; set; }

    /// <summary>Whether the reply came from the tool's cache and nothing was sent; null where the tool waits for no verdict.</summary>
    [DataMember(Name = "cached")]
    public bool? Cached { get; set; }
}
