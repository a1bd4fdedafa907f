namespace CodeAssist.Eval.Training;

/// <summary>One message of a training example, in the words of chat templates.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
public sealed record TrainingMessage(string Role, string Content);
