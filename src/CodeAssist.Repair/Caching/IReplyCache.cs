namespace CodeAssist.Repair.Caching;

/// <summary>
/// The port to where replies are kept whose edits the gate accepted. What comes out of it is judged again like any
/// reply: it spares a request, never a check. Safe to call from several tasks at once; a fault of the store is a reply
/// that is not there, never an exception.
/// </summary>
public interface IReplyCache
{
    /// <summary>The reply that is kept under a key, or null.</summary>
    /// <param name="key">SHA-256 of what the reply depends on, lower-case hexadecimal.</param>
    string? Find(string key);

    /// <summary>Keeps a reply whose edit the gate accepted.</summary>
    void Keep(string key, string reply);

    /// <summary>Forgets a reply whose edit the gate rejected.</summary>
    void Drop(string key);
}
