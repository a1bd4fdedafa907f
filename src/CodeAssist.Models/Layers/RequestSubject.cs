using System.Collections.Immutable;
using CodeAssist.Repair.Proposing;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Tells layers what a prompt is about. It stands beside the prompt: no client of ours sends it.</summary>
/// <param name="DiagnosticId">The diagnostic's ID; empty where it is about none.</param>
/// <param name="Files">The paths of the files that the prompt quotes.</param>
/// <param name="Candidate">Which of the candidates is asked for, from zero: two of them share a prompt and its sampling, and are two replies.</param>
internal sealed record RequestSubject(string DiagnosticId, ImmutableArray<string> Files, int Candidate)
{
    /// <summary>What nothing is known of.</summary>
    public static RequestSubject None { get; } = new(string.Empty, [], 0);
}

/// <summary>Attaches the subject to a request's options.</summary>
internal static class RequestSubjects
{
    private const string Key = "codeassist.subject";

    public static ChatOptions About(this ChatOptions options, ModelRequest request)
    {
        (options.AdditionalProperties ??= [])[Key] = new RequestSubject(request.DiagnosticId, request.Files, request.Candidate);
        return options;
    }

    public static RequestSubject Subject(this ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out RequestSubject? subject) == true && subject is not null ? subject : RequestSubject.None;
}
