using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Tells layers which files a prompt quotes. It stands beside the prompt: no client of ours sends it.</summary>
internal static class RequestFiles
{
    private const string Key = "codeassist.files";

    /// <summary>Attaches the files' paths to a request's options.</summary>
    public static ChatOptions WithFiles(this ChatOptions options, ImmutableArray<string> files)
    {
        (options.AdditionalProperties ??= [])[Key] = files;
        return options;
    }

    /// <summary>The paths of the files that the prompt quotes.</summary>
    public static ImmutableArray<string> Files(this ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out ImmutableArray<string> files) == true ? files : [];
}
