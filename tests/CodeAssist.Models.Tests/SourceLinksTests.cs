using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>A repository cannot show the model a file of the user's by a symbolic link.</summary>
public sealed class SourceLinksTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public SourceLinksTests() => _scratch.Write("repository/.git/HEAD", "ref: refs/heads/main");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_is_sent() => Assert.Null(SourceLinks.Refusal([_scratch.Write("repository/src/Code.cs", "")]));

    [Fact]
    public void A_file_that_is_not_there_is_no_link() => Assert.Null(SourceLinks.Refusal([Path.Combine(_scratch.Folder, "repository", "None.cs"), "Code.cs"]));

    [Fact]
    public void A_link_out_of_the_repository_is_refused() =>
        Assert.Contains("Key.cs", SourceLinks.Refusal([Link("repository/src/Key.cs", _scratch.Write("home/.ssh/id_rsa", "secret"))]));

    [Fact]
    public void A_link_to_a_link_out_of_the_repository_is_refused() =>
        Assert.NotNull(SourceLinks.Refusal([Link("repository/Key.cs", Link("repository/a/Other.cs", _scratch.Write("home/id_rsa", "secret")))]));

    [Fact]
    public void A_folder_that_leads_out_of_the_repository_is_refused()
    {
        _scratch.Write("home/Keys.cs", "secret");
        var folder = Path.Combine(_scratch.Folder, "repository", "linked");
        Directory.CreateSymbolicLink(folder, Path.Combine(_scratch.Folder, "home"));
        Assert.NotNull(SourceLinks.Refusal([Path.Combine(folder, "Keys.cs")]));
    }

    [Fact]
    public void A_link_within_the_repository_is_sent() =>
        Assert.Null(SourceLinks.Refusal([Link("repository/tests/Code.cs", _scratch.Write("repository/src/Code.cs", ""))]));

    [Fact]
    public void A_link_in_a_circle_is_refused()
    {
        var other = Path.Combine(_scratch.Folder, "repository", "Other.cs");
        var link = Link("repository/One.cs", other);
        File.CreateSymbolicLink(other, link);
        Assert.Null(Record.Exception(() => SourceLinks.Refusal([link])));
    }

    private string Link(string path, string target)
    {
        var link = Path.Combine(_scratch.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return link;
    }
}
