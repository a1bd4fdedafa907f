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

    private const string Schema = "json_schema";
    private const string AnyObject = "json_object";

    // OpenAI's words, which Azure and most imitators repeat.
    private static readonly ImmutableArray<string> OpenAIOverflow = ["context_length_exceeded", "maximum context length"];

    /// <summary>Any server that speaks Chat Completions and of which no more is known.</summary>
    public static EndpointKind Generic { get; } = new()
    {
        Name = "openai-compatible", OverflowTexts = [.. OpenAIOverflow, "prompt is too long", "context window"], FilterTexts = ["content_policy_violation"],
        QuotaTexts = ["quota_exceeded", "billing_"],
    };

    /// <summary>All kinds, the generic one first.</summary>
    public static ImmutableArray<EndpointKind> All { get; } =
    [
        Generic,
        new()
        {
            Name = "dashscope", Base = "https://dashscope.aliyuncs.com/compatible-mode/v1",
            Hosts = ["dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "dashscope-us.aliyuncs.com", ".maas.aliyuncs.com"],
            KeyVariable = "DASHSCOPE_API_KEY", MaxTokensField = "max_completion_tokens",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"], TopK = true, SchemaSupport = AnyObject,
            OverflowTexts = ["Range of input length should be"], FilterTexts = ["data_inspection_failed", "DataInspectionFailed"],
            QuotaTexts = ["Arrearage", "AccessDenied.Unpurchased"],
        },
        new()
        {
            Name = "modelscope", Base = "https://api-inference.modelscope.cn/v1", Hosts = ["api-inference.modelscope.cn"],
            KeyVariable = "MODELSCOPE_API_KEY", ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"],
            OverflowTexts = ["Range of input length should be"], FilterTexts = ["data_inspection_failed"],
        },
        new()
        {
            Name = "xinference", Base = "http://localhost:9997/v1", Port = 9997, ModelOwner = "xinference", StartCommand = "xinference-local",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, TopK = true, SchemaSupport = Schema,
            ErrorShape = """{"detail":"text"}""", OverflowTexts = ["maximum context length"],
        },
        new()
        {
            Name = "vllm", Base = "http://localhost:8000/v1", SharedPorts = [8000], ModelOwner = "vllm", StartCommand = "vllm serve MODEL",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning", "reasoning_content"],
            TopK = true, RepetitionField = "repetition_penalty", SchemaSupport = Schema,
            OverflowTexts = ["maximum context length is", "input tokens. However", "input tokens and requested"],
        },
        new()
        {
            Name = "sglang", Base = "http://localhost:30000/v1", Port = 30000, ModelOwner = "sglang",
            StartCommand = "python -m sglang.launch_server --model-path MODEL",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning_content"],
            TopK = true, RepetitionField = "repetition_penalty", SchemaSupport = Schema,
            ErrorShape = """{"object":"error","message"}""", OverflowTexts = ["longer than the model's context length"],
        },
        new()
        {
            Name = "llamacpp", Base = "http://localhost:8080/v1", Port = 9931, SharedPorts = [8080], ModelOwner = "llamacpp",
            KeyVariable = "LLAMA_API_KEY", StartCommand = "llama-server -m MODEL.gguf",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, ReasoningFields = ["reasoning_content"],
            TopK = true, RepetitionField = "repeat_penalty", SchemaSupport = Schema,
            OverflowTexts = ["exceed_context_size_error", "exceeds the available context size"],
        },
        new()
        {
            // Natively: its Chat Completions cannot set the context, and a prompt beyond the server's default is cut in silence.
            Name = "ollama", Family = EndpointFamily.Ollama, Base = "http://localhost:11434", Port = 11434, StartCommand = "ollama serve",
            GetCommand = "ollama pull MODEL", MaxTokensField = "options.num_predict", ThinkingOff = """{"think":false}""", ThinkingOn = """{"think":true}""",
            ReasoningFields = ["thinking"], StreamOptions = false, TopK = true, RepetitionField = "repeat_penalty", SchemaSupport = "format",
            ErrorShape = """{"error":"text"}""", OverflowTexts = ["exceeds the context length", "prompt too long"],
        },
        new()
        {
            Name = "lmstudio", Base = "http://localhost:1234/v1", Port = 1234, ModelOwner = "organization_owner", StartCommand = "lms server start",
            GetCommand = "lms get MODEL", ReasoningFields = ["reasoning_content"], TopK = true, SchemaSupport = Schema,
            ErrorShape = """{"error":"text"}""", OverflowTexts = ["greater than the context length"],
        },
        new()
        {
            Name = "huggingface", Base = "https://router.huggingface.co/v1", Hosts = ["router.huggingface.co"], KeyVariable = "HF_TOKEN",
            ThinkingOff = TemplateOff, ThinkingOn = TemplateOn, SchemaSupport = Schema, OverflowTexts = OpenAIOverflow,
            QuotaTexts = ["exceeded your monthly included credits"],
        },
        new()
        {
            Name = "openai", Base = "https://api.openai.com/v1", Hosts = ["api.openai.com"], KeyVariable = "OPENAI_API_KEY",
            MaxTokensField = "max_completion_tokens", ThinkingOff = EffortNone, ReasoningFields = [], SchemaSupport = Schema,
            OverflowTexts = OpenAIOverflow, FilterTexts = ["content_policy_violation"], QuotaTexts = ["insufficient_quota", "billing_"],
        },
        new()
        {
            Name = "azure", Base = "https://RESOURCE.openai.azure.com/openai/v1", Hosts = [".openai.azure.com"],
            KeyVariable = "AZURE_OPENAI_API_KEY", KeyHeader = "api-key", MaxTokensField = "max_completion_tokens", ThinkingOff = EffortNone,
            ReasoningFields = [], SchemaSupport = Schema, OverflowTexts = OpenAIOverflow, FilterTexts = ["content_filter", "ResponsibleAIPolicyViolation"],
            QuotaTexts = ["insufficient_quota"],
        },
        new()
        {
            Name = "gemini", Base = "https://generativelanguage.googleapis.com/v1beta/openai", Hosts = ["generativelanguage.googleapis.com"],
            KeyVariable = "GEMINI_API_KEY", ThinkingOff = EffortNone, ReasoningFields = [], SchemaSupport = Schema,
            ErrorShape = """[{"error":{"code","message","status"}}]""", OverflowTexts = ["exceeds the maximum number of tokens"],
            KeyTexts = ["API key not valid", "API_KEY_INVALID"],
        },
        new()
        {
            Name = "glm", Base = "https://open.bigmodel.cn/api/paas/v4", Hosts = ["open.bigmodel.cn"], KeyVariable = "ZHIPUAI_API_KEY", StreamOptions = false,
            ThinkingOff = """{"thinking":{"type":"disabled"}}""", ThinkingOn = """{"thinking":{"type":"enabled"}}""",
            ReasoningFields = ["reasoning_content"], SchemaSupport = AnyObject,
            OverflowTexts = ["Prompt exceeds max length", "1261"], FilterTexts = ["contentFilter", "1301"], QuotaTexts = ["1113"],
        },
        new()
        {
            Name = "baichuan", Base = "https://api.baichuan-ai.com/v1", Hosts = ["api.baichuan-ai.com"], KeyVariable = "BAICHUAN_API_KEY",
            ReasoningFields = [], TopK = true, OverflowTexts = OpenAIOverflow, FilterTexts = ["content_filter"],
        },
        new()
        {
            Name = "qianfan", Base = "https://qianfan.baidubce.com/v2", Hosts = ["qianfan.baidubce.com"], KeyVariable = "QIANFAN_API_KEY",
            ThinkingOff = TopLevelOff, ThinkingOn = TopLevelOn, ReasoningFields = ["reasoning_content"], SchemaSupport = AnyObject,
            ErrorShape = """{"error_code","error_msg"}""", OverflowTexts = ["336007", "prompt tokens too long"],
            FilterTexts = ["336300", "unsafe_content"], KeyTexts = ["invalid_iam_token", "110", "111"],
        },
        new()
        {
            Name = "foundry-local", Base = "http://localhost:PORT/v1", StartCommand = "foundry service start", GetCommand = "foundry model load MODEL",
            OverflowTexts = OpenAIOverflow,
        },
    ];

    /// <summary>The kind of a name, or null where there is none of it.</summary>
    public static EndpointKind? Find(string name) =>
        All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What to say of a name that no kind has, in one line.</summary>
    public static string Unknown(string name)
    {
        var known = string.Join(", ", All.Select(kind => kind.Name));
        return NearestName.Of(name, All.Select(kind => kind.Name)) is { } nearest
            ? Messages.Get("UnknownKindNear", name.ToOneLine(), nearest, known)
            : Messages.Get("UnknownKind", name.ToOneLine(), known);
    }

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
