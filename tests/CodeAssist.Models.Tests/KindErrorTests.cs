using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>What is special about each kind's errors, in the words of the servers' sources and documentation.</summary>
public class KindErrorTests : ModelTestBase
{
    // kind, status, body, words of the reason, whether it is asked again
    public static TheoryData<string, int, string, string, bool> Rows { get; } = new()
    {
        { "dashscope", 400, """{"error":{"message":"Input data may contain inappropriate content.","type":"data_inspection_failed","code":"data_inspection_failed"}}""", "content filter", false },
        { "dashscope", 400, """{"code":"DataInspectionFailed","message":"Output data may contain inappropriate content."}""", "content filter", false },
        { "dashscope", 400, """{"error":{"message":"Range of input length should be [1, 30720]","type":"invalid_request_error","code":"invalid_parameter_error"}}""", "does not fit", false },
        { "dashscope", 429, """{"error":{"message":"Requests rate limit exceeded","type":"limit_requests","code":"limit_requests"}}""", "too many requests", true },
        { "dashscope", 429, """{"error":{"message":"Request rate increased too quickly","type":"limit_burst_rate","code":"limit_burst_rate"}}""", "too many requests", true },
        { "dashscope", 429, """{"code":"Throttling.RateQuota","message":"Requests rate limit exceeded, please try again later."}""", "too many requests", true },
        { "dashscope", 400, """{"code":"Arrearage","message":"Access denied, please make sure your account is in good standing."}""", "no quota left", false },
        { "dashscope", 404, """{"error":{"message":"The model `qwen9` does not exist or you do not have access to it.","code":"model_not_found"}}""", "no model", false },
        { "modelscope", 429, """{"errors":{"message":"You have exceeded today's quota for model"},"request_id":"1"}""", "429", true },
        { "modelscope", 401, """{"error":{"message":"Authentication failed, please make sure that a valid ModelScope token is supplied."}}""", "did not accept the key", false },
        { "xinference", 400, """{"detail":"[address=0.0.0.0:41000] Model not found, uid: qwen2.5-coder:7b"}""", "Model not found, uid", false },
        { "xinference", 401, """{"detail":"Could not validate credentials"}""", "did not accept the key", false },
        { "xinference", 500, """{"detail":"[address=0.0.0.0:41000] CUDA out of memory"}""", "CUDA out of memory", true },
        { "vllm", 400, """{"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 6000 tokens","type":"BadRequestError","param":null,"code":400}""", "does not fit", false },
        { "vllm", 400, """{"error":{"message":"You passed 5000 input tokens and requested 2048 output tokens. However, the model's context length is only 4096 tokens","type":"BadRequestError","code":400}}""", "does not fit", false },
        { "vllm", 404, """{"error":{"message":"The model `qwen2.5-coder:7b` does not exist.","type":"NotFoundError","param":"model","code":404}}""", "no model", false },
        { "sglang", 400, """{"object":"error","message":"The input (5000 tokens) is longer than the model's context length (4096 tokens).","type":"BadRequestError","code":400}""", "does not fit", false },
        { "sglang", 503, """{"object":"error","message":"The request queue is full.","type":"ServiceUnavailable","code":503}""", "overloaded", true },
        { "llamacpp", 400, """{"error":{"code":400,"message":"the request exceeds the available context size, try increasing it","type":"exceed_context_size_error","n_prompt_tokens":5000,"n_ctx":4096}}""", "does not fit", false },
        { "llamacpp", 503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", "still loads the model", true },
        { "llamacpp", 401, """{"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}""", "did not accept the key", false },
        { "ollama", 404, """{"error":"model 'qwen2.5-coder:7b' not found"}""", "run ollama pull qwen2.5-coder:7b", false },
        { "ollama", 503, """{"error":"server busy, please try again.  maximum pending requests exceeded"}""", "maximum pending requests exceeded", true },
        { "ollama", 400, """{"error":"the input length exceeds the context length"}""", "does not fit", false },
        { "ollama", 500, """{"error":"model requires more system memory (8.4 GiB) than is available (5.1 GiB)"}""", "more system memory", true },
        { "lmstudio", 404, """{"error":{"message":"Model qwen2.5-coder:7b not found","type":"invalid_request_error"}}""", "run lms get qwen2.5-coder:7b", false },
        { "lmstudio", 400, """{"error":"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough: greater than the context length"}""", "does not fit", false },
        { "huggingface", 402, """{"error":"You have exceeded your monthly included credits for Inference Providers."}""", "no quota left", false },
        { "huggingface", 503, """{"error":"Model is loading","estimated_time":20.0}""", "Model is loading", true },
        { "openai", 429, """{"error":{"message":"You exceeded your current quota, please check your plan","type":"insufficient_quota","code":"insufficient_quota"}}""", "no quota left", true },
        { "openai", 400, """{"error":{"message":"This model's maximum context length is 128000 tokens.","type":"invalid_request_error","code":"context_length_exceeded"}}""", "does not fit", false },
        { "openai", 401, """{"error":{"message":"Incorrect API key provided: the-k**.","type":"invalid_request_error","code":"invalid_api_key"}}""", "did not accept the key", false },
        { "azure", 400, """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", "content filter", false },
        { "azure", 404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", "deployment for this resource does not exist", false },
        { "azure", 401, """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""", "did not accept the key", false },
        { "gemini", 400, """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""", "did not accept the key", false },
        { "gemini", 400, """[{"error":{"code":400,"message":"The input token count (40000) exceeds the maximum number of tokens allowed (32768).","status":"INVALID_ARGUMENT"}}]""", "does not fit", false },
        { "gemini", 503, """[{"error":{"code":503,"message":"The model is overloaded. Please try again later.","status":"UNAVAILABLE"}}]""", "overloaded", true },
        { "glm", 429, """{"error":{"code":"1302","message":"您的账户已达到速率限制"}}""", "too many requests", true },
        { "glm", 429, """{"error":{"code":"1113","message":"您的账户已欠费，请充值后重试"}}""", "no quota left", false },
        { "glm", 400, """{"error":{"code":"1301","message":"系统检测到输入或生成内容可能包含不安全或敏感内容"},"contentFilter":[{"role":"user","level":1}]}""", "content filter", false },
        { "glm", 400, """{"error":{"code":"1261","message":"Prompt 超长"}}""", "does not fit", false },
        { "baichuan", 401, """{"error":{"code":"invalid_api_key","message":"Invalid Authentication","type":"invalid_request_error"}}""", "did not accept the key", false },
        { "baichuan", 400, """{"error":{"code":"content_filter","message":"内容涉及敏感信息","type":"invalid_request_error"}}""", "content filter", false },
        { "qianfan", 200, """{"error_code":18,"error_msg":"Open api qps request limit reached"}""", "too many requests", true },
        { "qianfan", 400, """{"error":{"code":"invalid_iam_token","message":"IAM Certification failed","type":"invalid_request_error"}}""", "did not accept the key", false },
        { "qianfan", 200, """{"error_code":336007,"error_msg":"the max length of current question is 20000"}""", "does not fit", false },
        { "foundry-local", 404, """{"error":{"message":"Model qwen2.5-coder:7b was not found"}}""", "run foundry model load qwen2.5-coder:7b", false },
        { "foundry-local", 500, """{"detail":"Onnx Runtime failed"}""", "Onnx Runtime failed", true },
        { "openai-compatible", 400, """{"error":"prompt is too long"}""", "does not fit", false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_kinds_own_errors_are_understood(string kind, int status, string body, string words, bool again)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Status(status, body));
        AssertFailure(await AskAsync(Profile(server.BaseOf(kind), kind) with { Key = ApiKey.FromVariable("THE_VARIABLE", "the-key") }), words);
        Assert.Equal(again, server.Requests.Count > 1);
    }

    [Fact]
    public void Every_kind_has_errors_here() => Assert.Equal(
        EndpointKinds.All.Select(kind => kind.Name).Order(), Rows.Select(row => (string)((object[])row)[0]).Distinct().Order());

    [Fact]
    public void Every_kind_knows_how_its_server_says_that_a_prompt_does_not_fit() =>
        Assert.All(EndpointKinds.All, kind => Assert.NotEmpty(kind.OverflowTexts));

    [Fact]
    public async Task A_number_in_a_message_is_not_taken_for_a_code()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(400, "temperature 1301 is out of range (1113, 1261)"));
        AssertFailure(await AskAsync(Profile(server.Endpoint, "glm")), "400", "does not accept the request");
    }
}
