namespace CodeAssist.Eval;

/// <summary>A file of a suite, of answers or of results is not what it should be; the message names it and the line.</summary>
/// <param name="message">The message, in the user's language.</param>
public sealed class EvalDataException(string message) : Exception(message);
