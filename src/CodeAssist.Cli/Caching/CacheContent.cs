namespace CodeAssist.Cli.Caching;

/// <summary>What the cache holds, and what it may hold.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Entries">How many replies.</param>
/// <param name="Bytes">How many bytes all its files have.</param>
/// <param name="Oldest">When the oldest reply was kept, in UTC; null where there is none.</param>
/// <param name="LargestBytes">How many bytes there may be.</param>
/// <param name="OldestDays">After how many days a reply is forgotten.</param>
internal sealed record CacheContent(string Folder, int Entries, long Bytes, DateTime? Oldest, long LargestBytes, int OldestDays);
