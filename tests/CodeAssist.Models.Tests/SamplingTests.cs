using CodeAssist.Models.Endpoints;

namespace CodeAssist.Models.Tests;

public class SamplingTests
{
    [Theory]
    [InlineData("Qwen/Qwen2.5-Coder-7B-Instruct", 0.7f, 0.8f, 20, 1.05f)]
    [InlineData("qwen3-coder:30b", 0.7f, 0.8f, 20, 1.05f)]
    [InlineData("Qwen3-Coder-Next", 1.0f, 0.95f, 40, 1f)]
    [InlineData("qwen3.5-plus", 0.7f, 0.8f, 20, 1f)]
    [InlineData("something-else", 0.7f, 0.8f, 20, 1f)]
    public void Further_candidates_are_drawn_as_the_models_card_advises(string model, float temperature, float topP, int topK, float penalty)
    {
        var card = new Sampling(temperature, topP, topK, penalty);
        Assert.Equal(card, Sampling.Of(model, 1));
        Assert.Equal(card, Sampling.Of(model, 4));
        Assert.Equal(new Sampling(0.1f, 0.8f, 20, 1f), Sampling.Of(model, 0));
    }
}
