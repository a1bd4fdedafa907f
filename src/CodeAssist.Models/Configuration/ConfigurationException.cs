namespace CodeAssist.Models.Configuration;

/// <summary>
/// The user's configuration, the environment or the machine's policy does not allow what was asked for. The message
/// is one line in the user's language that says where the fault is and what to do.
/// </summary>
public sealed class ConfigurationException(string message) : Exception(message);
