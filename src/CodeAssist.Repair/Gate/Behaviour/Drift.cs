namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>An effect that vanished or appeared without leave.</summary>
internal sealed record Drift(Effect Effect, bool Vanished)
{
    /// <summary>Whether it is the effect that a repair must bring and this one does not.</summary>
    public bool Missing { get; init; }
}
