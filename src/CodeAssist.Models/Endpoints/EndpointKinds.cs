using System.Collections.Immutable;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>The endpoints we know: facts from the servers' sources and documentation, November 2026.</summary>
public static class EndpointKinds
{
    private const string TopLevelOff = """{"enable_thinking":false}""";
    private const string TopLevelOn = """{"enable_thinking":true}""";
    private const string TemplateOff = """{"chat_template_kwargs":{"enable_thinking":false}}""";
    private const string TemplateOn = """{"chat_template_kwargs":{"enable_thinking":true}}""";
    private const string EffortNone = """{"reasoning_effort":"none"}""";

    /// <summary>Any server that speaks Chat Completions and of which no more is known.</summary>
    public static EndpointKind Generic { get; } = new() { Name = "openai-compatible" };

    /// <summary>All kinds, the generic one first.</summary>
    public static ImmutableArray<EndpointKind> All { get; } =
    [
        Generic,
        new()
        {
            Name = "dashscope", Hosts = ["dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "dashscope-us.aliyuncs.com", ".maas.aliyuncs.com"],
            KeyVariable = "DASHSCOPE_API_KEY", MaxTokensField = "max_completion_tokens",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"], TopK = true,
        },
        new()
        {
            Name = "modelscope", Hosts = ["api-inference.modelscope.cn"], KeyVariable = "MODELSCOPE_API_KEY",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"],
        },
        new()
        {
            Name = "xinference", Port = 9997, StartCommand = "xinference-local",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, TopK = true,
        },
        new()
        {
            Name = "vllm", StartCommand = "vllm serve MODEL",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning", "reasoning_content"],
            TopK = true, RepetitionField = "repetition_penalty",
        },
        new()
        {
            Name = "sglang", Port = 30000, StartCommand = "python -m sglang.launch_server --model-path MODEL",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning_content"],
            TopK = true, RepetitionField = "repetition_penalty",
        },
        new()
        {
            Name = "llamacpp", Port = 9931, StartCommand = "llama-server -m MODEL.gguf",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning_content"],
            TopK = true, RepetitionField = "repeat_penalty",
        },
        new()
        {
            // Its Chat Completions cannot set the context: a prompt beyond the server's own default is cut in silence.
            Name = "ollama", Port = 11434, StartCommand = "ollama serve",
            ThinkingOff = EffortNone, ReasoningFields = ["reasoning", "thinking"], CutsLongPrompts = true,
        },
        new() { Name = "lmstudio", Port = 1234, StartCommand = "lms server start", ReasoningFields = ["reasoning_content"], TopK = true },
        new()
        {
            Name = "huggingface", Hosts = ["router.huggingface.co"], KeyVariable = "HF_TOKEN",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn,
        },
        new()
        {
            Name = "openai", Hosts = ["api.openai.com"], KeyVariable = "OPENAI_API_KEY", MaxTokensField = "max_completion_tokens",
            ThinkingOff = EffortNone, ReasoningFields = [],
        },
        new()
        {
            Name = "azure", Hosts = [".openai.azure.com"], KeyVariable = "AZURE_OPENAI_API_KEY", KeyHeader = "api-key",
            MaxTokensField = "max_completion_tokens", ThinkingOff = EffortNone, ReasoningFields = [],
        },
        new()
        {
            Name = "gemini", Hosts = ["generativelanguage.googleapis.com"], KeyVariable = "GEMINI_API_KEY",
            ThinkingOff = EffortNone, ReasoningFields = [],
        },
        new()
        {
            Name = "glm", Hosts = ["open.bigmodel.cn"], KeyVariable = "ZHIPUAI_API_KEY", StreamOptions = false,
            ThinkingOff = """{"thinking":{"type":"disabled"}}""", ThinkingOn = """{"thinking":{"type":"enabled"}}""",
            ReasoningFields = ["reasoning_content"],
        },
        new() { Name = "baichuan", Hosts = ["api.baichuan-ai.com"], KeyVariable = "BAICHUAN_API_KEY", ReasoningFields = [], TopK = true },
        new()
        {
            Name = "qianfan", Hosts = ["qianfan.baidubce.com"], KeyVariable = "QIANFAN_API_KEY",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"],
        },
        new() { Name = "foundry-local", StartCommand = "foundry service start" },
    ];

    /// <summary>The kind of a name, or null where there is none of it.</summary>
    public static EndpointKind? Find(string name) =>
        All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The kind that an address tells for sure: a service by its host, a server on the own machine by a port that no
    /// other uses; the generic kind otherwise.
    /// </summary>
    public static EndpointKind Guess(Uri endpoint) =>
        All.FirstOrDefault(kind => IsHostOf(kind, endpoint))
        ?? (Loopback.Is(endpoint) ? All.FirstOrDefault(kind => kind.Port == endpoint.Port) : null)
        ?? Generic;

    /// <summary>Whether an address is one of the service itself.</summary>
    public static bool IsHostOf(EndpointKind kind, Uri endpoint) =>
        kind.Hosts.Any(host => host[0] == '.'
            ? endpoint.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)
            : endpoint.Host.Equals(host, StringComparison.OrdinalIgnoreCase));
}
