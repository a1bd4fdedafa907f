namespace CodeAssist.Repair.Caching;

/// <summary>A reply's place in the cache. It travels with the reply to whoever hears the gate's verdict.</summary>
public interface IReplySlot
{
    /// <summary>Says how the gate judged the reply's edit: an accepted one is kept, any other is forgotten. Never throws.</summary>
    void Settle(bool accepted);
}
