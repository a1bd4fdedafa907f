using CodeAssist.Cli.Caching;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Caching;

public sealed class ReplyFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Folder => Path.Combine(_scratch.Folder, "cache", "codeassist", "replies");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_is_kept_is_found_by_another_process_until_it_is_dropped()
    {
        new ReplyFolder(Folder).Keep(Key(1), "```csharp\n全角\n```");
        var other = new ReplyFolder(Folder);
        Assert.Equal("```csharp\n全角\n```", other.Find(Key(1)));
        Assert.Null(other.Find(Key(2)));
        other.Drop(Key(1));
        Assert.Null(new ReplyFolder(Folder).Find(Key(1)));
    }

    [Fact]
    public void Only_the_user_may_read_and_write_what_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return;
        var cache = new ReplyFolder(Folder);
        cache.Keep(Key(1), "reply");
        Assert.Equal("700", Mode(Folder));
        Assert.Equal("700", Mode(Path.GetDirectoryName(Folder)!));
        Assert.Equal("600", Mode(PathOf(1)));
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite | UnixFileMode.GroupRead);
        cache.Keep(Key(2), "reply");
        Assert.Equal("700", Mode(Folder));

        static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"format\":1,\"key\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"one\"}")]
    [InlineData("{\"format\":1,\"key\":\"KEY\",\"sha256\":\"00\",\"reply\":\"x\"}")]
    public void A_torn_or_foreign_file_is_no_reply_and_is_removed(string content)
    {
        var cache = new ReplyFolder(Folder);
        cache.Keep(Key(1), "reply");
        File.WriteAllText(PathOf(1), content.Replace("KEY", Key(1), StringComparison.Ordinal));
        Assert.Null(cache.Find(Key(1)));
        Assert.False(File.Exists(PathOf(1)));
    }

    [Fact]
    public void A_reply_under_another_key_is_no_reply()
    {
        var cache = new ReplyFolder(Folder);
        cache.Keep(Key(1), "reply");
        File.Move(PathOf(1), PathOf(2));
        Assert.Null(cache.Find(Key(2)));
        Assert.False(File.Exists(PathOf(2)));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var cache = new ReplyFolder(Folder);
        cache.Keep(Key(1), "reply");
        var elsewhere = Path.Combine(_scratch.Folder, "elsewhere.json");
        File.Move(PathOf(1), elsewhere);
        File.CreateSymbolicLink(PathOf(1), elsewhere);
        Assert.Null(cache.Find(Key(1)));
        Assert.True(File.Exists(elsewhere));
    }

    [Fact]
    public void Beyond_the_bound_the_oldest_replies_go()
    {
        var reply = new string('x', 1000);
        var cache = new ReplyFolder(Folder, largest: 5000);
        for (var number = 0; number < 10; number++)
        {
            cache.Keep(Key(number), reply);
            File.SetLastWriteTimeUtc(PathOf(number), DateTime.UtcNow.AddHours(number - 20));
        }

        cache.Keep(Key(10), reply);
        var content = cache.Measure();
        Assert.InRange(content.Bytes, 1000, 5000);
        Assert.Equal(4, content.Entries);
        Assert.Equal([false, true, true, true, true], new[] { 6, 7, 8, 9, 10 }.Select(number => cache.Find(Key(number)) is not null));
    }

    [Fact]
    public void A_reply_is_forgotten_after_thirty_days()
    {
        var cache = new ReplyFolder(Folder);
        foreach (var (number, days) in new[] { (1, 29), (2, 31), (3, 31), (4, -40) })
        {
            cache.Keep(Key(number), "reply");
            File.SetLastWriteTimeUtc(PathOf(number), DateTime.UtcNow.AddDays(-days));
        }

        Assert.NotNull(cache.Find(Key(1)));
        Assert.Null(cache.Find(Key(2)));
        cache.Keep(Key(5), "reply");
        Assert.False(File.Exists(PathOf(3)));
        Assert.False(File.Exists(PathOf(4)));
        Assert.Equal(2, cache.Measure().Entries);
    }

    [Fact]
    public void What_a_process_left_half_written_goes_after_an_hour()
    {
        var cache = new ReplyFolder(Folder);
        cache.Keep(Key(1), "reply");
        var fresh = Path.Combine(Folder, ".a.tmp");
        var left = Path.Combine(Folder, ".b.tmp");
        File.WriteAllText(fresh, "half");
        File.WriteAllText(left, "half");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        cache.Keep(Key(2), "reply");
        Assert.True(File.Exists(fresh));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_costs_nothing_but_the_cache()
    {
        var cache = new ReplyFolder(Path.Combine(_scratch.Write("taken", ""), "codeassist", "replies"));
        cache.Keep(Key(1), "reply");
        Assert.Null(cache.Find(Key(1)));
        cache.Drop(Key(1));
    }

    [Fact]
    public async Task Many_may_keep_find_and_drop_at_once()
    {
        var reply = new string('x', 20_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            var cache = new ReplyFolder(Folder, largest: 100_000);
            for (var round = 0; round < 40; round++)
            {
                var key = Key((worker + round) % 6);
                cache.Keep(key, reply);
                Assert.True(cache.Find(key) is null or { Length: 20_000 });
                if (round % 5 == 0)
                    cache.Drop(key);
            }
        })));
        var content = new ReplyFolder(Folder).Measure();
        Assert.InRange(content.Bytes, 0, 6 * 21_000);
        Assert.All(Directory.EnumerateFiles(Folder), file => Assert.EndsWith(".json", file));
    }

    private static string Key(int number) => number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    private string PathOf(int number) => Path.Combine(Folder, Key(number) + ".json");
}
