namespace CodeAssist.Cli.Doctor;

/// <summary>How something is.</summary>
internal enum FindingStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Not as it should be, and nothing stands still for it.</summary>
    Warn,

    /// <summary>Something that was asked for cannot work.</summary>
    Fail,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What, in one word that does not change with the language.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was seen, in one line.</param>
/// <param name="Advice">What to do; null where there is nothing to do.</param>
internal sealed record Finding(string Name, FindingStatus Status, string Detail, string? Advice = null);
