namespace CodeAssist.Eval.Repairing;

/// <summary>A repair suite cannot be read: the message names the file and says what to do about it.</summary>
public sealed class RepairCaseException(string message, Exception? inner = null) : Exception(message, inner);
