namespace CodeAssist.Eval.Execution;

/// <summary>Programs cannot be run as they must be; the message says why and what to do.</summary>
/// <param name="message">The message, in the user's language.</param>
public sealed class ConfinementException(string message) : Exception(message);
