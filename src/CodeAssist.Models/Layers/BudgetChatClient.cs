using System.Security.Cryptography;
using System.Text;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Context;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Refuses requests that could use more tokens than a fix or the session may. What the server counted is counted; our
/// own estimate where it does not count.
/// </summary>
internal sealed class BudgetChatClient(IChatClient inner, ModelProfile profile, EndpointFaults faults, TokenBudget budget) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        var fix = FixOf(sent);
        var prompt = sent.Sum(message => TokenEstimator.Estimate(message.Text));
        var reserved = (long)prompt + (options?.MaxOutputTokens ?? profile.OutputTokens);
        if (budget.Reserve(fix, reserved, faults) is { } fault)
            throw fault;

        // Of a request that fails nobody says what it cost. It was read, if it came to that.
        long used = prompt;
        try
        {
            var response = await InnerClient.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
            used = (response.Usage?.InputTokenCount ?? prompt) + (response.Usage?.OutputTokenCount ?? TokenEstimator.Estimate(response.Text));
            return response;
        }
        catch (EndpointException exception) when (IsUnsent(exception))
        {
            used = 0;
            throw;
        }
        finally
        {
            budget.Settle(fix, reserved, used);
        }
    }

    private static bool IsUnsent(EndpointException exception) => exception.Fault is EndpointFault.CircuitOpen or EndpointFault.RateSpent
        or EndpointFault.Unreachable or EndpointFault.UnknownHost or EndpointFault.NoEncryption or EndpointFault.NoKey;

    // The rounds and candidates of one fix begin with the same words: the instructions and the task.
    private static string FixOf(IReadOnlyList<ChatMessage> messages)
    {
        var task = messages.Index().FirstOrDefault(pair => pair.Item.Role == ChatRole.User).Index;
        var words = string.Join('\0', messages.Take(task + 1).Select(message => message.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }
}
