namespace CodeAssist.Models;
internal static class Placeholder;
