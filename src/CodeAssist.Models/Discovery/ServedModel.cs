using System.Collections.Immutable;

namespace CodeAssist.Models.Discovery;

/// <summary>A model that a server has.</summary>
/// <param name="Name">Its name, as a profile gives it.</param>
/// <param name="ContextTokens">The context that the server gives it, or null where it does not say.</param>
public sealed record ServedModel(string Name, int? ContextTokens);

/// <summary>What a server says it has.</summary>
/// <param name="Models">The models, in its order.</param>
/// <param name="Owner">Whom it names as their owner, which tells servers apart; null where it names nobody.</param>
public sealed record ServedModels(ImmutableArray<ServedModel> Models, string? Owner)
{
    /// <summary>The model of a name; Ollama's names may leave out the tag <c>latest</c>.</summary>
    public ServedModel? Find(string name) =>
        Models.FirstOrDefault(model => model.Name == name) ?? Models.FirstOrDefault(model => model.Name == name + ":latest");
}
